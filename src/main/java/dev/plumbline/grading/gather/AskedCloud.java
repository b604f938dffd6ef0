package dev.plumbline.grading.gather;

import dev.plumbline.cloud.LiveAnswer;
import dev.plumbline.cloud.LiveCloud;
import dev.plumbline.grading.CloudEvidence;
import dev.plumbline.grading.StateEvidence;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.Subject;
import dev.plumbline.terraform.StateFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The cloud, each question asked once; who asks what is being asked waits for that answer. */
final class AskedCloud implements CloudEvidence {
    private final LiveCloud live;
    private final Optional<LiveAnswer.Unknown> trouble;
    private final LayerTimes times;
    private final Supplier<List<String>> regions;
    private final Map<CloudAnswers.Question, LiveAnswer> found = new ConcurrentHashMap<>();
    private final Map<CloudAnswers.Question, List<String>> lists = new ConcurrentHashMap<>();

    /**
     * Asks those clients.
     *
     * @param trouble why the endpoint cannot be asked anything, if it cannot
     * @param regions where a stray resource may be
     */
    AskedCloud(LiveCloud live, Optional<LiveAnswer.Unknown> trouble, LayerTimes times, Supplier<List<String>> regions) {
        this.live = live;
        this.trouble = trouble;
        this.times = times;
        this.regions = regions;
    }

    @Override
    public LiveAnswer find(String type, String identity, String region, String account) {
        return found.computeIfAbsent(
                new CloudAnswers.Question(type, identity, region, account),
                question -> times.timed("cloud", () -> trouble.<LiveAnswer>map(unknown -> unknown)
                        .orElseGet(() -> live.find(type, identity, region, account))));
    }

    @Override
    public List<String> list(String type, String region, String account) {
        return lists.computeIfAbsent(
                new CloudAnswers.Question(type, "", region, account),
                question ->
                        times.timed("cloud", () -> trouble.isPresent() ? List.of() : live.list(type, region, account)));
    }

    @Override
    public List<String> regions() {
        return regions.get();
    }

    /** What has been asked so far, and the answers. */
    CloudAnswers answers() {
        return new CloudAnswers(found, lists, regions());
    }

    /** Asks in the background what will be asked first: for the subject, where the state says it is. */
    void begin(Lab lab, StateEvidence state) {
        Subject subject = lab.subject();
        CloudAnswers.Question first = state.managed(subject.resource()).stream()
                .map(resource -> recorded(subject, resource))
                .findFirst()
                .orElseGet(() -> new CloudAnswers.Question(
                        subject.resource(), subject.value(), lab.parameters().text("region"), ""));
        Thread asking = new Thread(() -> ask(first), "cloud-ahead");
        asking.setDaemon(true);
        asking.start();
    }

    private void ask(CloudAnswers.Question question) {
        try {
            find(question.type(), question.identity(), question.region(), question.account());
        } catch (RuntimeException closed) {
            // The learner has left, and the client was closed under us. Whoever still wants the answer asks anew.
        }
    }

    private static CloudAnswers.Question recorded(Subject subject, StateFile.Resource resource) {
        String[] arn = resource.text("arn").split(":", 6);
        boolean whole = arn.length == 6;
        return new CloudAnswers.Question(
                subject.resource(), resource.text(subject.identity()), whole ? arn[3] : "", whole ? arn[4] : "");
    }
}

package dev.plumbline.cohort.exam;

import dev.plumbline.cloud.OutOfBand;
import dev.plumbline.cohort.intake.Submission;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.SetupStep;
import dev.plumbline.lab.Subject;
import dev.plumbline.terraform.StateFile;
import dev.plumbline.terraform.source.Configuration;
import dev.plumbline.terraform.source.Evaluator;
import dev.plumbline.terraform.source.Instances;
import dev.plumbline.terraform.source.ResourceInstance;
import dev.plumbline.terraform.source.ResourceView;
import dev.plumbline.terraform.source.Situation;
import dev.plumbline.terraform.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that was in the account before, and that the code describes without an import block: it may have been taken over
 * by {@code terraform import}, of which the code keeps no trace. So the import is done again, in the clean account; whether the
 * learner did it is another question.
 *
 * @param address what the code calls it
 * @param id what the account knows it by
 * @param claimed whether a state that was handed in says that it was imported; the import that is done here shows whether it
 *     can have been
 */
record Takeover(String address, String id, boolean claimed) {
    /** The one that a submission may have made; empty where the lab leaves nothing to take over, or the code tells itself. */
    static Optional<Takeover> of(Lab lab, Submission submission) {
        boolean given = lab.setup().stream().anyMatch(SetupStep.Cloud.class::isInstance)
                && lab.setup().stream().noneMatch(SetupStep.Terraform.class::isInstance);
        Subject subject = lab.subject();
        if (!given || OutOfBand.of(subject.resource()).isEmpty()) {
            return Optional.empty();
        }
        Configuration code = Configuration.of(submission.files().entrySet().stream()
                .filter(file -> file.getKey().indexOf('/') < 0)
                .map(file -> SourceText.of(file.getKey(), file.getValue()))
                .toList());
        List<String> addresses = code.blocks("import").isEmpty() ? addresses(code, subject) : List.of();
        if (addresses.size() != 1) {
            return Optional.empty();
        }
        String address = addresses.get(0);
        String id =
                OutOfBand.of(subject.resource()).orElseThrow().importId(Map.of(subject.identity(), subject.value()));
        return Optional.of(new Takeover(address, id, isClaimed(submission, subject, address)));
    }

    private static List<String> addresses(Configuration code, Subject subject) {
        Evaluator evaluator = new Evaluator(code, Situation.PLAIN);
        List<String> addresses = new ArrayList<>();
        for (ResourceView resource : code.resources(subject.resource())) {
            if (evaluator.instances(resource) instanceof Instances.Listed listed) {
                for (ResourceInstance instance : listed.list()) {
                    boolean meant = instance.attribute(subject.identity()).stream()
                            .anyMatch(found -> found.value()
                                    .text()
                                    .filter(subject.value()::equals)
                                    .isPresent());
                    if (meant) {
                        addresses.add(instance.address());
                    }
                }
            }
        }
        return addresses;
    }

    private static boolean isClaimed(Submission submission, Subject subject, String address) {
        byte[] state = submission.files().get("terraform.tfstate");
        return state != null
                && StateFile.read(state).resources().stream()
                        .anyMatch(resource -> resource.mode().equals("managed")
                                && resource.address().equals(address)
                                && resource.text(subject.identity()).equals(subject.value()));
    }
}

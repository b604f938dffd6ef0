package dev.plumbline.grading.judge;

import dev.plumbline.cloud.LiveAnswer;
import dev.plumbline.cloud.LiveResource;
import dev.plumbline.grading.Evidence;
import dev.plumbline.grading.PlanEvidence;
import dev.plumbline.lab.Lab;
import dev.plumbline.terraform.PlanDocument;
import dev.plumbline.terraform.StateFile;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the file, the state and the cloud each say of one resource type, side by side; worked out once per run. */
public final class SubjectView {
    private final Evidence evidence;
    private final String type;
    private final String identity;
    private final String wanted;
    private final Code code;
    private final Optional<Code.Instance> instance;
    private final Optional<StateFile.Resource> recorded;
    private @Nullable LiveAnswer live;

    /**
     * Lines them up.
     *
     * @param type the resource type; the lab's own subject, or another one a check names
     */
    public SubjectView(Evidence evidence, Code code, String type) {
        Lab lab = evidence.lab();
        this.evidence = evidence;
        this.code = code;
        this.type = type;
        this.identity = lab.subject().identity();
        this.wanted = lab.subject().value();
        List<StateFile.Resource> managed = evidence.state().managed(type);
        List<Code.Instance> declared = code instanceof Code.Declared d ? d.instances() : List.of();
        this.instance = declared.stream()
                .max(Comparator.comparingInt((Code.Instance i) -> isWanted(i) ? 2 : 0)
                        .thenComparingInt(i -> isRegionWanted(i) ? 1 : 0)
                        .thenComparingInt(
                                i -> managed.stream().anyMatch(r -> r.address().equals(i.address())) ? 1 : 0)
                        .thenComparing(i -> -declared.indexOf(i)));
        // What the state has for another instance of the code is that one's, whatever it is called.
        List<String> others = declared.stream()
                .map(Code.Instance::address)
                .filter(address -> !instance.map(Code.Instance::address).equals(Optional.of(address)))
                .toList();
        this.recorded = managed.stream()
                .filter(r -> !others.contains(r.address()))
                .max(Comparator.comparingInt((StateFile.Resource r) ->
                                instance.filter(i -> i.address().equals(r.address()))
                                                .isPresent()
                                        ? 2
                                        : 0)
                        .thenComparingInt(r -> r.text(identity).equals(wanted) ? 1 : 0)
                        .thenComparing(r -> -managed.indexOf(r)));
    }

    private boolean isWanted(Code.Instance candidate) {
        return wanted.equals(candidate.attribute(identity).value());
    }

    private boolean isRegionWanted(Code.Instance candidate) {
        return wantedRegion().equals(candidate.region().value());
    }

    /** The region the lab asks for; empty if it asks for none. */
    String wantedRegion() {
        return evidence.lab().parameters().text("region");
    }

    Evidence evidence() {
        return evidence;
    }

    /** The resource type. */
    public String type() {
        return type;
    }

    /** What a person calls it. */
    String noun() {
        return evidence.lab().subject().noun();
    }

    /** The identity the lab asks for. */
    String wanted() {
        return wanted;
    }

    /** The attribute that holds the identity. */
    String identity() {
        return identity;
    }

    /** What the code amounts to. */
    public Code code() {
        return code;
    }

    /** The instance of the code that is judged. */
    Optional<Code.Instance> instance() {
        return instance;
    }

    /** The instance that the state records. */
    public Optional<StateFile.Resource> recorded() {
        return recorded;
    }

    /** The live one: that which the state records, or else the one of the wanted name in the wanted region. */
    public LiveAnswer live() {
        LiveAnswer known = live;
        if (known == null) {
            known = look();
            live = known;
        }
        return known;
    }

    /** The live one if it was found. */
    Optional<LiveResource> alive() {
        return live() instanceof LiveAnswer.Found found ? Optional.of(found.resource()) : Optional.empty();
    }

    /** The live one of the wanted name, also where the state records another. */
    LiveAnswer wantedLive() {
        boolean another = recorded.filter(r -> !r.text(identity).equals(wanted)).isPresent();
        return another ? inWantedPlace() : live();
    }

    /** The live one of the wanted name in the wanted region, whatever the state records. */
    LiveAnswer inWantedPlace() {
        return ask(wanted, wantedRegion(), "");
    }

    /** Whether one of the name that the state records is in the wanted region, besides that which the state records. */
    boolean isInWantedRegionToo() {
        return recorded.map(r -> r.text(identity))
                .filter(name -> ask(name, wantedRegion(), "") instanceof LiveAnswer.Found)
                .isPresent();
    }

    private LiveAnswer look() {
        if (recorded.isPresent()) {
            StateFile.Resource resource = recorded.get();
            Arn arn = Arn.of(resource.text("arn"));
            String region = arn.region().isEmpty() ? wantedRegion() : arn.region();
            return ask(resource.text(identity), region, arn.account());
        }
        return ask(wanted, wantedRegion(), "");
    }

    private LiveAnswer ask(String name, String region, String account) {
        if (name.isEmpty() || region.isEmpty()) {
            return new LiveAnswer.Absent();
        }
        LiveAnswer answer = evidence.cloud().find(type, name, region, account);
        if (answer instanceof LiveAnswer.Unknown unknown && unknown.cause() == LiveAnswer.Cause.UNSUPPORTED) {
            return refreshed(region).<LiveAnswer>map(LiveAnswer.Found::new).orElseGet(LiveAnswer.Absent::new);
        }
        return answer;
    }

    /** For services without a client: the state after the plan's own look at the cloud is the live evidence. */
    private Optional<LiveResource> refreshed(String region) {
        if (!(evidence.plan() instanceof PlanEvidence.Planned planned) || recorded.isEmpty()) {
            return Optional.empty();
        }
        String address = recorded.get().address();
        return planned.document().refreshed().stream()
                .filter(r -> r.address().equals(address))
                .findFirst()
                .map(r -> fromState(r, region));
    }

    private LiveResource fromState(PlanDocument.Resource resource, String region) {
        Arn arn = Arn.of(String.valueOf(resource.values().get("arn")));
        return new LiveResource(
                type,
                String.valueOf(resource.values().get(identity)),
                arn.region().isEmpty() ? region : arn.region(),
                arn.account(),
                "",
                null,
                resource.values());
    }

    /** What a plan would do to the one that the state records, if it would change it. */
    Optional<PlanDocument.ResourceChange> planned() {
        return recorded.isPresent() && evidence.plan() instanceof PlanEvidence.Planned made
                ? made.document().changes().stream()
                        .filter(c -> c.address().equals(recorded.get().address()) && !c.isNoOp())
                        .findFirst()
                : Optional.empty();
    }

    /** What the plan works the code's value out to, where the source alone cannot. */
    @Nullable
    Object planned(String address, String path) {
        if (evidence.plan() instanceof PlanEvidence.Planned planned) {
            for (PlanDocument.Resource resource : planned.document().planned()) {
                if (resource.address().equals(address)) {
                    return dev.plumbline.terraform.Values.at(resource.values(), path);
                }
            }
        }
        return null;
    }

    /** How a value is put in a sentence. */
    static String words(@Nullable Object value) {
        if (value == null) {
            return "nothing";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Map<?, ?> map) {
            return map.isEmpty()
                    ? "none"
                    : String.join(
                            ", ",
                            map.entrySet().stream()
                                    .map(e -> e.getKey() + " = " + e.getValue())
                                    .sorted()
                                    .toList());
        }
        return value.toString();
    }

    /** The parts of an ARN that matter here; empty where the text is none. */
    record Arn(String region, String account) {
        static Arn of(String text) {
            String[] parts = text.split(":", 6);
            return parts.length == 6 && parts[0].equals("arn") ? new Arn(parts[3], parts[4]) : new Arn("", "");
        }
    }
}

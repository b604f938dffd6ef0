package dev.plumbline.grading;

import dev.plumbline.lab.Lab;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The one model that every screen and every export is a function of.
 *
 * @param lab the lab's id
 * @param verdict the outcome
 * @param stage how far the learner has come
 * @param requirements in the lab's order
 * @param diagnoses root cause first; remarks last
 * @param remarks worth knowing, not counted: extra resources, values files, a region only the shell gives
 * @param trouble why there is no verdict on the work, for not-gradable and could-not-grade
 * @param tools the versions and the backend that were used: plumbline, terraform, provider, aws
 * @param timings milliseconds per layer, and {@code total}
 */
public record Report(
        String lab,
        Verdict verdict,
        Stage stage,
        List<RequirementResult> requirements,
        List<Diagnosis> diagnoses,
        List<String> remarks,
        @Nullable String trouble,
        Map<String, String> tools,
        Map<String, Long> timings) {
    /** The schema's name in exports. */
    public static final String SCHEMA = "plumbline/report/1";

    /** The trouble while a Terraform changes things in the folder: half of its work would be judged. */
    static final String AT_WORK =
            "Terraform is at work in this folder right now, in another terminal or in the background."
                    + " Your work is judged when it has ended.";

    public Report {
        requirements = List.copyOf(requirements);
        diagnoses = List.copyOf(diagnoses);
        remarks = List.copyOf(remarks);
    }

    /**
     * A report without a judgement: every requirement is blocked, for one reason.
     *
     * @param verdict {@link Verdict#NOT_GRADABLE} or {@link Verdict#COULD_NOT_GRADE}
     * @param why for people: what stands in the way and what to do
     */
    public static Report withoutJudgement(
            Lab lab, Verdict verdict, String why, Map<String, String> tools, Map<String, Long> timings) {
        List<RequirementResult> blocked = lab.requirements().stream()
                .map(r -> new RequirementResult(
                        r.id(), r.title(), Status.BLOCKED, 0, r.points(), null, null, why, List.of()))
                .toList();
        return new Report(lab.id(), verdict, Stage.UNWRITTEN, blocked, List.of(), List.of(), why, tools, timings);
    }

    /** The points earned; empty where the work was not judged: our trouble is never a learner's zero. */
    public OptionalInt score() {
        return verdict.isJudged()
                ? OptionalInt.of(requirements.stream()
                        .mapToInt(RequirementResult::points)
                        .sum())
                : OptionalInt.empty();
    }

    /** The points that can be earned. */
    public int maxScore() {
        return requirements.stream().mapToInt(RequirementResult::maxPoints).sum();
    }

    /**
     * Whether all that is missing is an answer of the AWS that {@code --aws} names: it is no part of this program, and the
     * trouble says so.
     */
    public boolean awaitsAws() {
        String aws = tools.getOrDefault("aws", "");
        boolean named = aws.contains("://") || aws.equals("real");
        return verdict == Verdict.COULD_NOT_GRADE
                && trouble != null
                && named
                && trouble.contains(aws.equals("real") ? "AWS" : aws);
    }

    /** Whether all that is missing is the end of a Terraform that is changing things at this moment. */
    public boolean awaitsTerraform() {
        return verdict == Verdict.COULD_NOT_GRADE && AT_WORK.equals(trouble);
    }

    /** The same report with the coach's diagnoses. */
    public Report withDiagnoses(List<Diagnosis> found) {
        return new Report(lab, verdict, stage, requirements, found, remarks, trouble, tools, timings);
    }

    /** The same report with what is known of the tools. */
    public Report withTools(Map<String, String> known) {
        return new Report(lab, verdict, stage, requirements, diagnoses, remarks, trouble, known, timings);
    }
}

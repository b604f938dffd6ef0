package dev.plumbline.authoring.mutation;

import dev.plumbline.cloud.OutOfBand;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabCase;
import dev.plumbline.lab.SetupStep;
import dev.plumbline.stand.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All mutants and equivalents of a lab's solution, the same in every run. */
final class Mutants {
    private final Lab lab;
    private final Answer solution;
    private final Code code;

    Mutants(Lab lab, Answer solution) {
        this.lab = lab;
        this.solution = solution;
        String file = lab.rules().codeFile();
        this.code = Code.of(file, solution.text(file));
    }

    /** Those of files and code, judged by their plan: nothing of them is there before. */
    List<Mutant> planned() {
        List<Mutant> all = new ArrayList<>();
        for (Rewriting rewriting : rewritings()) {
            all.add(Mutant.fresh(rewriting.id(), rewriting.touches(), answer(rewriting), MutantKind.CODE));
        }
        all.addAll(FileMutations.of(code, solution));
        return all;
    }

    private List<Rewriting> rewritings() {
        List<Rewriting> all = new ArrayList<>();
        all.addAll(LiteralMutations.of(code));
        all.addAll(StructureMutations.of(code));
        all.addAll(MeaningMutations.of(code));
        all.addAll(SyntaxMutations.of(code));
        return distinct(all);
    }

    /** What happens to the applied solution: edits, the shell, the cloud, the state. */
    List<Mutant> applied(List<OutOfBand.Meddling> meddlings) {
        List<Mutant> all = new ArrayList<>();
        for (Rewriting rewriting : rewritings()) {
            if (isWorthAnEdit(rewriting.id())) {
                all.add(Mutant.edit(rewriting.id(), rewriting.touches(), answer(rewriting)));
            }
        }
        all.addAll(SituationMutations.of(lab, code, solution, meddlings));
        return all;
    }

    /** What Terraform refuses anyway says nothing new about an applied answer. */
    private static boolean isWorthAnEdit(String id) {
        boolean refused = id.endsWith("=null") || id.endsWith("=var.undeclared");
        return !refused
                && (id.startsWith("literal/")
                        || id.startsWith("swap/")
                        || id.startsWith("drop/")
                        || id.startsWith("comment-out/")
                        || id.startsWith("makes-nothing/"));
    }

    /** Rewritings that must pass. */
    List<Mutant> equivalents() {
        List<Mutant> all = new ArrayList<>();
        boolean recorded = lab.setup().stream()
                .anyMatch(step -> step instanceof SetupStep.Terraform terraform
                        && terraform.arguments().contains("apply"));
        for (Rewriting rewriting : distinct(Equivalents.of(code, recorded))) {
            all.add(Mutant.fresh(rewriting.id(), rewriting.touches(), answer(rewriting), MutantKind.EQUIVALENT));
        }
        shells().forEach((id, shell) ->
                all.add(new Mutant(id, MutantKind.EQUIVALENT, "", LabCase.Base.SOLUTION, solution, shell, List.of())));
        return all;
    }

    /** Shells that do no harm to an answer that is right. */
    private static Map<String, Map<String, String>> shells() {
        Map<String, Map<String, String>> shells = new LinkedHashMap<>();
        shells.put("same/shell/other-region", Map.of("AWS_REGION", "eu-west-1", "AWS_DEFAULT_REGION", "eu-west-1"));
        shells.put("same/shell/unused-variable", Map.of("TF_VAR_spare", "1"));
        shells.put("same/shell/plan-arguments", Map.of("TF_CLI_ARGS_plan", "-parallelism=1"));
        shells.put("same/shell/log", Map.of("TF_LOG", "warn"));
        return shells;
    }

    private Answer answer(Rewriting rewriting) {
        return solution.with(code.file(), rewriting.text());
    }

    /** The first of several that come to the same text; none that changes nothing. */
    private List<Rewriting> distinct(List<Rewriting> all) {
        Set<String> seen = new HashSet<>();
        seen.add(code.text());
        return all.stream().filter(one -> seen.add(one.text())).toList();
    }
}

package dev.plumbline.authoring.mutation;

import dev.plumbline.cloud.OutOfBand;
import dev.plumbline.lab.Check;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabCase;
import dev.plumbline.lab.Requirement;
import dev.plumbline.stand.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The right file in the wrong situation: the state lost, the cloud changed, a shell that hides it. */
final class SituationMutations {
    private static final Map<String, String> BLIND = Map.of("TF_CLI_ARGS_plan", "-refresh=false");
    private static final Map<String, String> AIMED_ELSEWHERE =
            Map.of("TF_CLI_ARGS_plan", "-target=terraform_data.nothing");

    private SituationMutations() {}

    /** @param meddlings what somebody may do by hand to the subject of the applied solution */
    static List<Mutant> of(Lab lab, Code code, Answer solution, List<OutOfBand.Meddling> meddlings) {
        List<Mutant> all = new ArrayList<>();
        states(solution, all);
        for (OutOfBand.Meddling meddling : meddlings) {
            Act act = new Act.Meddle(meddling.id());
            all.add(Mutant.event(
                    MutantKind.CLOUD, "cloud/" + meddling.id(), meddling.attribute(), solution, Map.of(), act));
            all.add(Mutant.event(
                    MutantKind.SHELL,
                    "shell/unrefreshed+" + meddling.id(),
                    meddling.attribute(),
                    solution,
                    BLIND,
                    act));
            // ignore_changes hides it from the plan; it is only wrong where the lab asks for the attribute.
            if (isAskedFor(lab, meddling.attribute())) {
                all.add(Mutant.event(
                        MutantKind.CLOUD,
                        "cloud/ignored+" + meddling.id(),
                        meddling.attribute(),
                        ignoring(code, solution),
                        Map.of(),
                        act));
            }
        }
        if (!meddlings.isEmpty()) {
            all.add(Mutant.event(
                    MutantKind.SHELL,
                    "shell/aimed-elsewhere+" + meddlings.get(0).id(),
                    "",
                    solution,
                    AIMED_ELSEWHERE,
                    new Act.Meddle(meddlings.get(0).id())));
        }
        regions(code, solution, all);
        return all;
    }

    private static void states(Answer solution, List<Mutant> all) {
        all.add(state("lost", solution, new Act.Lose("terraform.tfstate")));
        all.add(state(
                "lost-with-backup",
                solution,
                new Act.Lose("terraform.tfstate"),
                new Act.Lose("terraform.tfstate.backup")));
        all.add(state("emptied", solution, new Act.Overwrite("terraform.tfstate", "")));
        all.add(state("damaged", solution, new Act.Overwrite("terraform.tfstate", "{\"version\": 4, \"terr")));
        all.add(state(
                "of-nothing",
                solution,
                new Act.Overwrite(
                        "terraform.tfstate",
                        "{\"version\": 4, \"terraform_version\": \"1.11.4\", \"serial\": 9, \"lineage\": \"other\","
                                + " \"outputs\": {}, \"resources\": []}\n")));
        all.add(state("forgotten", solution, new Act.Terraform(List.of("state", "rm", "ADDRESS"))));
        all.add(state("tainted", solution, new Act.Terraform(List.of("taint", "ADDRESS"))));
        all.add(state("other-workspace", solution, new Act.Terraform(List.of("workspace", "new", "spare"))));
    }

    private static Mutant state(String id, Answer solution, Act... acts) {
        return Mutant.event(MutantKind.STATE, "state/" + id, "", solution, Map.of(), acts);
    }

    private static void regions(Code code, Answer solution, List<Mutant> all) {
        code.arguments().stream()
                .filter(argument -> argument.path().matches("provider\\.aws\\.region"))
                .findFirst()
                .ifPresent(region -> {
                    Answer without = solution.with(
                            code.file(), code.withoutLines(region.item().range()));
                    for (String elsewhere : List.of("eu-west-1", "us-west-2", "nowhere")) {
                        all.add(new Mutant(
                                "shell/region-only-there=" + elsewhere,
                                MutantKind.SHELL,
                                "region",
                                LabCase.Base.EMPTY,
                                without,
                                Map.of("AWS_REGION", elsewhere),
                                List.of()));
                    }
                });
    }

    private static Answer ignoring(Code code, Answer solution) {
        String text = code.text();
        for (int i = code.resources().size() - 1; i >= 0; i--) {
            int at = Code.inside(code.resources().get(i).item());
            text = text.substring(0, at) + "\n  lifecycle {\n    ignore_changes = all\n  }\n" + text.substring(at);
        }
        return solution.with(code.file(), text);
    }

    private static boolean isAskedFor(Lab lab, String attribute) {
        return !attribute.isEmpty()
                && lab.requirements().stream()
                        .map(Requirement::check)
                        .flatMap(SituationMutations::flat)
                        .anyMatch(check -> check instanceof Check.Attribute asked
                                && (asked.attribute().equals(attribute)
                                        || asked.attribute().startsWith(attribute + ".")
                                        || asked.attribute().equals(attribute + "_all")));
    }

    static Stream<Check> flat(Check check) {
        return check instanceof Check.All several
                ? several.checks().stream().flatMap(SituationMutations::flat)
                : Stream.of(check);
    }
}

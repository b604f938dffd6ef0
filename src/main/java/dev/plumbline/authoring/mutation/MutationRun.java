package dev.plumbline.authoring.mutation;

import dev.plumbline.cloud.LiveAnswer;
import dev.plumbline.cloud.OutOfBand;
import dev.plumbline.grading.Status;
import dev.plumbline.grading.Verdict;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabCase;
import dev.plumbline.stand.Bases;
import dev.plumbline.stand.Fulfilment;
import dev.plumbline.stand.Judged;
import dev.plumbline.stand.Stand;
import dev.plumbline.stand.Stands;
import dev.plumbline.terraform.StateFile;
import dev.plumbline.workbench.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Tries mutants on stands. */
final class MutationRun {
    private final Lab lab;
    private final Stands stands;
    private final Bases bases;

    MutationRun(Lab lab, Stands stands, Bases bases) {
        this.lab = lab;
        this.stands = stands;
        this.bases = bases;
    }

    /** What somebody may do by hand to the subject of the applied solution; nothing for a type without such facts. */
    List<OutOfBand.Meddling> meddlings() throws IOException, InterruptedException {
        Optional<OutOfBand> outside = OutOfBand.of(lab.subject().resource());
        if (outside.isEmpty()) {
            return List.of();
        }
        return stands.on(stand -> {
            bases.bring(stand, LabCase.Base.SOLUTION);
            return meddlings(stand, outside.get());
        });
    }

    private List<OutOfBand.Meddling> meddlings(Stand stand, OutOfBand outside) {
        LiveAnswer answer = stand.live(lab.subject().resource(), lab.subject().value(), region());
        return answer instanceof LiveAnswer.Found found ? outside.meddlings(found.resource()) : List.of();
    }

    private String region() {
        return lab.parameters().text("region");
    }

    /** Tries them, several at once. */
    List<Tried> all(List<Mutant> mutants, Consumer<Tried> finished) throws InterruptedException {
        List<Stands.Work<Tried>> work = new ArrayList<>();
        mutants.forEach(mutant -> work.add(stand -> one(stand, mutant)));
        return stands.all(work, finished);
    }

    private Tried one(Stand stand, Mutant mutant) throws IOException, InterruptedException {
        try {
            bases.bring(stand, mutant.base());
            stand.remove(lab.rules().codeFile());
            stand.place(mutant.answer());
            for (Act act : mutant.acts()) {
                carryOut(stand, act);
            }
            return tried(mutant, judged(stand, mutant));
        } catch (UserError told) {
            return new Tried(mutant, false, List.of(), told.text());
        }
    }

    /**
     * In a lab that begins with nothing, what is unmet in the file stays so after an apply, and only where nothing is unmet
     * the plan has to be carried out.
     */
    private Judged judged(Stand stand, Mutant mutant) throws IOException, InterruptedException {
        Judged judged = stand.judge(mutant.shell(), false);
        boolean open = judged.report().verdict() == Verdict.FAILED
                && (!lab.setup().isEmpty() || judged.with(Status.UNMET).isEmpty());
        boolean applies = mutant.base() == LabCase.Base.EMPTY && (open || mutant.mustPass());
        return applies ? Fulfilment.of(stand, mutant.shell(), judged, false) : judged;
    }

    private static Tried tried(Mutant mutant, Judged judged) {
        List<String> by = judged.with(Status.UNMET);
        if (by.isEmpty()) {
            by = new ArrayList<>(judged.with(Status.BLOCKED));
            by.addAll(judged.with(Status.PENDING));
        }
        Verdict verdict = judged.report().verdict();
        String trouble = judged.report().trouble();
        boolean unjudged = verdict == Verdict.COULD_NOT_GRADE;
        return new Tried(
                mutant,
                judged.passed(),
                by,
                unjudged ? "It could not be judged: " + (trouble == null ? "no reason" : trouble) : "");
    }

    private void carryOut(Stand stand, Act act) throws IOException, InterruptedException {
        if (act instanceof Act.Meddle meddle) {
            meddle(stand, meddle.meddling());
        } else if (act instanceof Act.Lose lose) {
            stand.remove(lose.file());
        } else if (act instanceof Act.Overwrite overwrite) {
            stand.place(dev.plumbline.stand.Answer.text(overwrite.file(), overwrite.text()));
        } else if (act instanceof Act.Terraform terraform) {
            String address = address(stand);
            String[] words = terraform.command().stream()
                    .map(word -> word.equals("ADDRESS") ? address : word)
                    .toArray(String[]::new);
            var result = stand.terraform(java.util.Map.of(), words);
            if (!result.exited(0)) {
                throw UserError.trouble("terraform " + String.join(" ", words) + " failed: "
                        + result.errors().strip());
            }
        }
    }

    private void meddle(Stand stand, String id) {
        OutOfBand outside = OutOfBand.of(lab.subject().resource()).orElseThrow();
        OutOfBand.Meddling meddling = meddlings(stand, outside).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        for (OutOfBand.Call call : meddling.calls()) {
            stand.outside(() -> call.make(stand.endpoint(), region())).ifPresent(refusal -> {
                throw UserError.trouble(call.operation() + " was refused: " + refusal);
            });
        }
    }

    private String address(Stand stand) throws IOException {
        StateFile state = StateFile.read(stand.file("terraform.tfstate").orElse("{}".getBytes(StandardCharsets.UTF_8)));
        return state.resources().stream()
                .filter(r -> r.mode().equals("managed")
                        && r.type().equals(lab.subject().resource()))
                .map(StateFile.Resource::address)
                .findFirst()
                .orElse(lab.subject().resource() + ".missing");
    }
}

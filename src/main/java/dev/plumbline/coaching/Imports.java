package dev.plumbline.coaching;

import dev.plumbline.cloud.LiveAnswer;
import dev.plumbline.terraform.Diagnostic;
import dev.plumbline.terraform.source.Argument;
import dev.plumbline.terraform.source.Block;
import java.util.Optional;
import java.util.function.Consumer;

/** Import blocks whose id is not what the type is imported by, or that name nothing. */
final class Imports implements Recogniser {
    @Override
    public void look(Situation situation, Consumer<Sighting> seen) {
        boolean refused = situation.errors().stream()
                .map(Diagnostic::summary)
                .anyMatch(s -> s.contains("couldn't find resource") || s.contains("Cannot import non-existent"));
        byCommand(situation, seen);
        for (Block block : situation.code().blocks("import")) {
            String to = block.body()
                    .argument("to")
                    .map(a -> situation.code().written(a.value().range()))
                    .orElse("");
            if (!to.startsWith(situation.wanted().type() + ".")) {
                continue;
            }
            Optional<Argument> id = block.body().argument("id");
            String text =
                    id.flatMap(a -> situation.meaning().value(a.value()).text()).orElse("");
            String wanted = situation.wanted().name();
            Surgery surgery = situation.code().surgery(block.range());
            LiveAnswer live = Live.answer(situation, wanted, situation.wanted().region());
            boolean recorded =
                    !situation.state().managed(situation.wanted().type()).isEmpty();
            if (live instanceof LiveAnswer.Absent && !recorded) {
                seen.accept(
                        Sighting.of("import-nothing-there").at(block.range()).fix(surgery.done(surgery.delete(block))));
            } else if (!text.isEmpty()
                    && !text.equals(wanted)
                    && (text.startsWith("arn:") || refused)
                    && id.isPresent()) {
                seen.accept(Sighting.of("import-wrong-id")
                        .at(id.get().range())
                        .with("found", text)
                        .with("wanted", wanted)
                        .fix(surgery.done(surgery.replace(id.get().value().range(), Surgery.quoted(wanted)))));
            }
        }
    }

    /** The learner's last command was an import, and it took nothing over although there is something to take. */
    private static void byCommand(Situation situation, Consumer<Sighting> seen) {
        Wanted wanted = situation.wanted();
        if (!situation.isSourceOnly()
                && situation.subject() != null
                && situation.state().managed(wanted.type()).isEmpty()
                && Commands.lastFailed(situation, "terraform import")
                && Live.subject(situation).isPresent()) {
            seen.accept(Sighting.of("import-wrong-id")
                    .with("typed", true)
                    .with("wanted", wanted.name())
                    .with("command", "terraform import " + situation.address() + " " + wanted.name()));
        }
    }
}

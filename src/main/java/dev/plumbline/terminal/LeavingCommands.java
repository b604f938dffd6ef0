package dev.plumbline.terminal;

import dev.plumbline.cloud.Backend;
import dev.plumbline.text.Line;
import dev.plumbline.text.Tone;
import java.nio.file.Files;
import java.util.List;

/** {@code quit} and {@code reset}. */
final class LeavingCommands {
    private LeavingCommands() {}

    static void quit(Desk desk, List<String> words) {
        if (desk.lab().exercise() instanceof Exercise.Repair) {
            desk.say(desk.phrases().say("drill.bye"));
        } else if (Files.isDirectory(desk.lab().workspace())) {
            String folder = FolderName.of(desk.lab().workspace());
            desk.say(desk.phrases().say("session.bye", "folder", folder));
            desk.print(List.of(Line.of("  " + WayBack.of(desk.lab()), Tone.COMMAND))); // unbroken, to be copied
        }
        desk.leave(new Onward.Out());
    }

    /** Back to the beginning, after a question; the work moves to a backup. */
    static void reset(Desk desk, List<String> words) {
        desk.ask(desk.phrases().say(question(desk.lab())), answer -> {
            if (answer.equals("yes")) {
                desk.leave(new Onward.Again());
            } else {
                desk.say(desk.phrases().say("session.reset-no"));
            }
        });
    }

    private static String question(LabRun lab) {
        if (lab.exercise() instanceof Exercise.Repair) {
            return "drill.reset-question";
        }
        // Only the built-in AWS can be made to forget; elsewhere what was applied outlives the state that knows of it.
        boolean elsewhere =
                lab.backend().filter(aws -> !(aws instanceof Backend.Embedded)).isPresent();
        return elsewhere ? "session.reset-elsewhere-question" : "session.reset-question";
    }
}

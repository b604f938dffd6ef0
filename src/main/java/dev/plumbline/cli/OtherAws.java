package dev.plumbline.cli;

import dev.plumbline.lab.Lab;
import dev.plumbline.text.Phrases;
import dev.plumbline.workbench.AwsChoice;
import dev.plumbline.workbench.UserError;
import dev.plumbline.workbench.Workbench;
import java.util.List;
import java.util.Optional;

/** Labs on services that the built-in AWS does not have: they say so before they are begun, and how to begin them. */
final class OtherAws {
    private static final String MOTO = "http://127.0.0.1:5000";

    private OtherAws() {}

    /** What stands behind such a lab's title in a list; empty for the others. */
    static String remark(Lab lab, Phrases phrases) {
        return Workbench.missing(lab).isPresent() ? " " + phrases.say("menu.needs-aws") : "";
    }

    /**
     * Makes sure that the lab can run on what was chosen.
     *
     * @param typed how the program was called
     * @throws UserError if it cannot; the message says how it can
     */
    static void require(Lab lab, AwsChoice choice, Invocation typed) {
        Optional<String> missing = Workbench.missing(lab);
        if (missing.isEmpty() || !(choice instanceof AwsChoice.Embedded)) {
            return;
        }
        List<String> lines = List.of(
                "The built-in AWS has no " + missing.get() + ", so this lab runs on one that has, such as moto.",
                "In another terminal (pip install 'moto[server]' brings it): moto_server -p 5000",
                "Then here: " + typed.of("start", "--aws", MOTO));
        throw UserError.usage(String.join("\n", lines));
    }
}

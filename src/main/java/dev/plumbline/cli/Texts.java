package dev.plumbline.cli;

import dev.plumbline.text.Look;
import dev.plumbline.text.Phrases;
import dev.plumbline.workbench.CallerEnvironment;
import dev.plumbline.workbench.Home;
import dev.plumbline.workbench.UserError;
import java.io.IOException;

/** The program's sentences and how this output takes them. */
final class Texts {
    private Texts() {}

    static Phrases phrases() {
        try {
            return Phrases.load(
                    Home.folder().resolve("content").resolve("session").resolve("en.yaml"));
        } catch (IOException broken) {
            throw UserError.trouble("The program's own texts cannot be read: " + broken.getMessage());
        }
    }

    static Look look() {
        return Look.of(CallerEnvironment.get(), AtTerminal.somebody(), Look.NORMAL_WIDTH);
    }
}

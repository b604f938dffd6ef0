package dev.plumbline.cli;

import dev.plumbline.text.Language;
import dev.plumbline.text.Look;
import dev.plumbline.text.Phrases;
import dev.plumbline.workbench.CallerEnvironment;
import dev.plumbline.workbench.Home;
import dev.plumbline.workbench.UserError;
import java.io.IOException;
import java.nio.file.Path;

/** The program's sentences and how this output takes them. */
final class Texts {
    private Texts() {}

    static Phrases phrases() {
        Path home = Home.folder();
        Language language = Language.chosen(home);
        String asked = System.getenv().getOrDefault(Language.VARIABLE, "");
        if (language.isEnglish() && !asked.isEmpty() && !asked.startsWith(Language.ENGLISH)) {
            throw UserError.usage("There is no translation '" + asked + "', which " + Language.VARIABLE
                    + " names. There is: en " + String.join(" ", Language.translations(home)));
        }
        try {
            return Phrases.in(language);
        } catch (IOException broken) {
            throw UserError.trouble("The program's own texts cannot be read: " + broken.getMessage());
        }
    }

    static Look look() {
        return Look.of(CallerEnvironment.get(), AtTerminal.somebody(), Look.NORMAL_WIDTH);
    }
}

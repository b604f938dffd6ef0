package dev.plumbline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageTest {
    private final Path home;

    LanguageTest(@TempDir Path home) throws IOException {
        this.home = home;
        Files.createDirectories(home.resolve("content/languages/de/session"));
        Files.createDirectories(home.resolve("content/languages/pt_BR"));
        Files.createDirectories(home.resolve("content/session"));
        Files.writeString(home.resolve("content/session/en.yaml"), "fine: so\nonly: english\n");
        Files.writeString(home.resolve("content/languages/de/session/de.yaml"), "fine: ja\n");
    }

    @Test
    void theVariableComesBeforeTheLocale() {
        assertThat(tag(Map.of("LANG", "de_CH.UTF-8"))).isEqualTo("de");
        assertThat(tag(Map.of("LANG", "de_CH.UTF-8", "LC_ALL", "C"))).isEqualTo("en");
        assertThat(tag(Map.of("LANG", "de_CH.UTF-8", "LC_ALL", "C.UTF-8", "PLUMBLINE_LC_ALL", "de_DE")))
                .isEqualTo("de");
        assertThat(tag(Map.of("LANG", "de_CH.UTF-8", "PLUMBLINE_LANGUAGE", "en")))
                .isEqualTo("en");
        assertThat(tag(Map.of("PLUMBLINE_LANGUAGE", "pt-BR"))).isEqualTo("pt_BR");
    }

    @Test
    void aLanguageThatIsNotThereIsEnglish() {
        assertThat(tag(Map.of())).isEqualTo("en");
        assertThat(tag(Map.of("LANG", "fr_FR.UTF-8"))).isEqualTo("en");
        assertThat(tag(Map.of("PLUMBLINE_LANGUAGE", "../de"))).isEqualTo("en");
        assertThat(Language.translations(home)).containsExactly("de", "pt_BR");
    }

    @Test
    void whatATranslationLacksIsEnglish() throws IOException {
        Phrases german = Phrases.in(new Language(home, "de"));
        assertThat(german.say("fine")).isEqualTo("ja");
        assertThat(german.say("only")).isEqualTo("english");
        assertThat(Phrases.in(new Language(home, "pt_BR")).say("fine")).isEqualTo("so");
    }

    private String tag(Map<String, String> environment) {
        return Language.of(home, environment).tag();
    }
}

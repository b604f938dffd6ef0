package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CallerEnvironmentTest {
    @Test
    void aLocaleThatTheLauncherReplacedIsTheCallersAgain() {
        assertThat(CallerEnvironment.before(
                        Map.of("LC_ALL", "C.UTF-8", "PLUMBLINE_LC_ALL", "POSIX", "LANG", "C", "HOME", "/home/ada")))
                .isEqualTo(Map.of("LC_ALL", "POSIX", "LANG", "C", "HOME", "/home/ada"));
    }

    @Test
    void oneThatTheyHadNotSetIsUnsetAgain() {
        assertThat(CallerEnvironment.before(Map.of("LC_ALL", "C.UTF-8", "PLUMBLINE_LC_ALL", "", "LANG", "C")))
                .isEqualTo(Map.of("LANG", "C"));
    }

    @Test
    void withoutTheLaunchersHandInItNothingChanges() {
        assertThat(CallerEnvironment.before(Map.of("LC_ALL", "de_DE.UTF-8")))
                .isEqualTo(Map.of("LC_ALL", "de_DE.UTF-8"));
    }
}

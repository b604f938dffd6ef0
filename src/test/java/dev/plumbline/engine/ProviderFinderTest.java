package dev.plumbline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.engine.EngineUnavailable.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With a program in terraform's place that installs an empty provider and notes that it was called. */
@Timeout(60)
class ProviderFinderTest {
    private static final String INSTALLS =
            """
            echo call >>"$(dirname "$0")/calls"
            folder=.terraform/providers/registry.terraform.io/hashicorp/aws/5.1.2/linux_amd64
            mkdir -p $folder
            echo >$folder/terraform-provider-aws_v5.1.2
            chmod +x $folder/terraform-provider-aws_v5.1.2
            """;

    private final Path folder;

    ProviderFinderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void runsThatStartTogetherLookOnce() throws Exception {
        ProviderFinder finder = finder(INSTALLS);

        assertThat(allAtOnce(List.of(finder, finder, finder, finder, finder, finder)))
                .allMatch(binary -> binary.version().equals("5.1.2"));

        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void ofCommandsThatStartTogetherOnAnEmptyCacheOneLooks() throws Exception {
        List<ProviderFinder> commands = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            commands.add(finder(INSTALLS));
        }

        assertThat(allAtOnce(commands))
                .allSatisfy(binary -> assertThat(binary.program()).isExecutable());

        assertThat(calls()).isEqualTo(1);
        assertThat(finder("exit 1").find(ProviderNeed.aws()).version())
                .as("remembered for the next command")
                .isEqualTo("5.1.2");
    }

    @Test
    void anotherVersionIsAnotherLook() throws Exception {
        ProviderFinder finder = finder(INSTALLS);
        finder.find(ProviderNeed.aws());
        finder.find(ProviderNeed.aws().withConstraints(List.of("~> 4.0")));

        assertThat(calls()).isEqualTo(2);
    }

    @Test
    void theNewestIsNotLookedForAgainWhereItIsTheOneWanted() throws Exception {
        ProviderFinder finder = finder(INSTALLS);
        ProviderBinary newest = finder.find(ProviderNeed.aws());

        assertThat(finder.find(ProviderNeed.aws().withConstraints(List.of("~> 5.0", "= 5.1.2"))))
                .as("as after the learner's own init, which wrote a lock file")
                .isEqualTo(newest);
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void whatWasTheNewestLongAgoIsOnlyCertainWhereItIsNamed() throws Exception {
        finder(INSTALLS).find(ProviderNeed.aws());
        try (Stream<Path> looks = Files.list(folder.resolve("cache").resolve("providers"))) {
            for (Path look : looks.toList()) {
                Files.setLastModifiedTime(look, FileTime.fromMillis(0)); // the lock beside it too, which matters not
            }
        }

        finder(INSTALLS).find(ProviderNeed.aws().withConstraints(List.of("= 5.1.2")));
        assertThat(calls()).isEqualTo(1);
        finder(INSTALLS).find(ProviderNeed.aws().withConstraints(List.of("~> 5.0")));
        assertThat(calls()).isEqualTo(2);
    }

    @Test
    void whatInitSaysIsTold() throws Exception {
        ProviderFinder finder = finder("echo; echo 'Error: no such provider'; echo; echo 'Ask elsewhere.'; exit 1");

        assertThatThrownBy(() -> finder.find(ProviderNeed.aws()))
                .isInstanceOfSatisfying(
                        EngineUnavailable.class, e -> assertThat(e.reason()).isEqualTo(Reason.NO_PROVIDER))
                .hasMessage("terraform init finds no such provider: Error: no such provider Ask elsewhere.");
    }

    private ProviderFinder finder(String script) throws IOException {
        Path program = folder.resolve("terraform");
        Files.writeString(
                program, "#!/bin/sh\n" + script, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new ProviderFinder(EngineOptions.defaults()
                .withTerraform(program.toString())
                .withEnvironment(Map.of("PATH", System.getenv("PATH")))
                .withCacheDir(folder.resolve("cache")));
    }

    private int calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls")).size();
    }

    private static List<ProviderBinary> allAtOnce(List<ProviderFinder> finders) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(finders.size());
        try {
            List<Callable<ProviderBinary>> looks = new ArrayList<>();
            finders.forEach(finder -> looks.add(() -> finder.find(ProviderNeed.aws())));
            List<ProviderBinary> all = new ArrayList<>();
            for (Future<ProviderBinary> found : threads.invokeAll(looks)) {
                all.add(found.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }
}

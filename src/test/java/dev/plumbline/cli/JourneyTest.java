package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabCatalogue;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.SandboxLink;
import dev.plumbline.sandbox.SandboxOptions;
import dev.plumbline.terminal.LabRun;
import dev.plumbline.terminal.Notices;
import dev.plumbline.terminal.Onward;
import dev.plumbline.workbench.AwsChoice;
import dev.plumbline.workbench.UserError;
import dev.plumbline.workbench.Workbench;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The way from session to session, with sessions that are left at once for where the test says. */
@Timeout(60)
class JourneyTest {
    private static final Lab LAB = new LabCatalogue(Path.of("")).load("kinesis-stream");
    private static final Map<String, String> CALLER = Map.of("PLUMBLINE_ENGINE", "stock");
    private static final Onward OUT = new Onward.Out();

    private final Path folder;
    private final StringWriter shown = new StringWriter();
    private final List<Path> visited = new ArrayList<>();
    private final Deque<Onward> ways = new ArrayDeque<>();

    JourneyTest(@TempDir Path home) {
        this.folder = home.resolve("mine");
    }

    private Onward hold(LabRun lab, String first) {
        visited.add(lab.workspace());
        return ways.remove();
    }

    private Journey journey(AwsChoice aws, Map<String, String> caller) {
        return new Journey(this::hold, aws, caller, new PrintWriter(shown), new Notices(line -> {}));
    }

    private Workbench open() throws Exception {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("main.tf"), "# mine");
        return Workbench.open(LAB, folder, new AwsChoice.Embedded(), CALLER, line -> {});
    }

    private void begin(Workbench own, Onward... there) throws Exception {
        ways.addAll(List.of(there));
        journey(new AwsChoice.Embedded(), CALLER).begin(own, "");
        assertThat(ways).isEmpty();
    }

    private Path practice(long seed) {
        return folder.resolveSibling("mine-practice-" + seed);
    }

    @Test
    void whereTheWayIsBarredTheLearnerStays() throws Exception {
        Files.createDirectories(practice(7));
        Files.writeString(practice(7).resolve("notes.txt"), "other work");
        try (Workbench own = open()) {
            begin(own, new Onward.ToPractice(7, false), new Onward.ToDrill("no-such-drill"), OUT);
        }
        assertThat(visited).containsExactly(folder, folder, folder);
        assertThat(shown.toString().replaceAll("\\s+", " "))
                .contains("holds other work already", "There is no drill called 'no-such-drill'");
    }

    @Test
    void aBarredWayOutOfPracticeLeadsBackToThatPractice() throws Exception {
        Files.createDirectories(practice(7));
        Files.writeString(practice(7).resolve("notes.txt"), "other work");
        try (Workbench own = open()) {
            begin(own, new Onward.ToPractice(3, false), new Onward.ToPractice(7, false), OUT, OUT);
        }
        assertThat(visited).containsExactly(folder, practice(3), practice(3), folder);
    }

    @Test
    void fromPracticeAfterPracticeOneStepLeadsBack() throws Exception {
        try (Workbench own = open()) {
            begin(
                    own,
                    new Onward.ToPractice(1, false),
                    new Onward.ToPractice(2, true),
                    new Onward.ToPractice(2, true),
                    new Onward.ToPractice(3, false),
                    OUT,
                    OUT);
        }
        assertThat(visited).containsExactly(folder, practice(1), practice(2), practice(2), practice(3), folder);
        assertThat(practice(1).resolve(".plumbline/sandbox")).isDirectory();
    }

    @Test
    void nothingMovesWhereTheAwsCannotBeAskedToForget() throws Exception {
        try (Workbench own = open()) {
            own.sandbox().ifPresent(SandboxLink::close); // as if the terminal that serves it were halted
            begin(own, new Onward.Again(), OUT);
        }
        assertThat(visited).containsExactly(folder, folder);
        assertThat(folder.resolve("main.tf")).hasContent("# mine");
        assertThat(folder.resolve(".plumbline/backups")).doesNotExist();
        assertThat(shown.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(shown.toString().replaceAll("\\s+", " "))
                .contains("The lab is not set back", "Your files are where they were");
    }

    @Test
    void aDrillWithoutItsAwsIsNoEndOfTheSession() throws Exception {
        try (Workbench own = open()) {
            own.sandbox().ifPresent(SandboxLink::close);
            begin(own, new Onward.ToDrill("stream-deleted"), OUT);
        }
        assertThat(visited).containsExactly(folder, folder);
        assertThat(shown.toString().replaceAll("\\s+", " "))
                .contains("could not be set up", "Your own work is as you left it");
    }

    /** A line that a terminal breaks where it ends cannot be copied. */
    @Test
    void theBackupStandsOnALineOfItsOwn() throws Exception {
        try (Workbench own = open()) {
            begin(own, new Onward.Again(), OUT);
        }
        try (var backups = Files.list(folder.resolve(".plumbline/backups"))) {
            Path backup = backups.findFirst().orElseThrow();
            assertThat(backup.resolve("main.tf")).hasContent("# mine");
            assertThat(shown.toString().lines().toList()).contains("  " + backup);
        }
    }

    /** An AWS that stands for the real one, by the SDK's own settings. */
    @Nested
    class OnARealAccount {
        private static final String WHERE = "aws.endpointUrlSts";

        private final Sandbox aws = Sandbox.start(SandboxOptions.inMemory());

        @BeforeEach
        void lead() {
            System.setProperty(WHERE, aws.endpoint().toString());
            System.setProperty("aws.accessKeyId", "test");
            System.setProperty("aws.secretAccessKey", "test");
        }

        @AfterEach
        void goBack() {
            List.of(WHERE, "aws.accessKeyId", "aws.secretAccessKey").forEach(System::clearProperty);
            aws.close();
        }

        @Test
        void practiceAsksFirstAndWritesNothingBefore() {
            Journey journey = journey(
                    new AwsChoice.Real(),
                    Map.of("PLUMBLINE_ENGINE", "stock", "PLUMBLINE_AWS_ACCOUNTS", "111111111111"));
            assertThatThrownBy(() -> journey.practice("kinesis-stream", folder, 7, false))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("is not in PLUMBLINE_AWS_ACCOUNTS");
            assertThat(visited).isEmpty();
            assertThat(folder).doesNotExist();
        }

        @Test
        void whoAgreedPractises() throws Exception {
            ways.add(OUT);
            journey(new AwsChoice.Real(), Map.of("PLUMBLINE_ENGINE", "stock", "PLUMBLINE_AWS_CONFIRM", "123456789012"))
                    .practice("kinesis-stream", folder, 7, false);
            assertThat(visited).containsExactly(folder);
            assertThat(shown.toString()).contains("A real AWS account is about to be read");
        }
    }
}

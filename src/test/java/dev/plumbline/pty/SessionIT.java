package dev.plumbline.pty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.report.SampleReports;
import dev.plumbline.sandbox.SandboxLink;
import dev.plumbline.workspace.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** The packed program in a pseudo-terminal with real Terraform, as a learner uses it. */
@Execution(ExecutionMode.CONCURRENT)
class SessionIT {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final Duration A_MOMENT = Duration.ofMillis(300);
    private static final Duration APPLY = Duration.ofMinutes(4);
    private static final String RIGHT =
            """
            provider "aws" {
              region = "us-east-1"
            }

            resource "aws_kinesis_stream" "datacenter_stream" {
              name = "datacenter-stream"

              stream_mode_details {
                stream_mode = "ON_DEMAND"
              }
            }
            """;

    @BeforeAll
    static void whatItNeeds() {
        assumeTrue(PtyProgram.possible(), "no pseudo-terminals, or no setsid");
        assumeTrue(LabProgram.packed(), "not packed yet");
        assumeTrue(LabProgram.terraform(), "no terraform");
    }

    @Test
    void fromAnEmptyFolderToPassed(@TempDir Path home) throws Exception {
        Path folder = home.resolve("w");
        try (PtyProgram lab = start(home, 80, 24, LabProgram.environment())) {
            lab.await("Next: write main.tf", SOON);
            assertThat(lab.screen().text())
                    .contains("0 of 5 met")
                    .contains("stage: unwritten")
                    .doesNotContain("stream_mode_details"); // never the answer first
            Files.writeString(folder.resolve("main.tf"), RIGHT);
            lab.await("main.tf saved", SOON);
            lab.await("let Terraform fetch the provider: terraform init", SOON);
            lab.enter("terraform init");
            lab.await("stage: initialised", SOON);
            lab.enter("terraform plan");
            lab.await("stage: planned", SOON);
            lab.enter("terraform apply");
            lab.await("Enter a value:", SOON);
            lab.enter("yes");
            lab.await("All 5 points.", APPLY);
            lab.await("stage: applied", SOON);
            lab.await("Look once more at a plan of your own", SOON);
            lab.enter("terraform plan");
            lab.await("stage: verified", SOON);
            deleteBehindTheirBack(folder);
            lab.await("No longer met: It exists, and a fresh plan finds no changes", SOON);
            lab.await("stage: drifted", SOON);
            lab.enter("quit");
            assertThat(lab.exit(SOON)).isZero();
            assertThat(lab.modesRestored()).isTrue();
        }
        assertThat(Journal.of(folder).progress().passed()).isNotNull();
    }

    /** From another program, as from a second terminal. */
    private static void deleteBehindTheirBack(Path folder) {
        try (SandboxLink link = SandboxLink.open(folder.resolve(".plumbline"));
                KinesisClient client = KinesisClient.builder()
                        .endpointOverride(link.endpoint())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                        .httpClient(UrlConnectionHttpClient.create())
                        .build()) {
            client.deleteStream(request -> request.streamName("datacenter-stream"));
        }
    }

    @Test
    void theCirculatingWriteUpIsDiagnosedFixedAppliedVerifiedAndADrillMendedOnIt(@TempDir Path home) throws Exception {
        Path folder = Files.createDirectories(home.resolve("w"));
        try (PtyProgram lab = start(home, 120, 40, LabProgram.environment())) {
            lab.await("stage: unwritten", SOON);
            Files.writeString(folder.resolve("main.tf"), SampleReports.WRITE_UP);
            lab.await("has no argument stream_mode of its own", SOON);
            lab.await("unmet    Its capacity mode is ON_DEMAND", SOON);
            lab.enter("fix --apply");
            lab.await("pending  Its capacity mode is ON_DEMAND", SOON);
            assertThat(folder.resolve("main.tf")).content().contains("stream_mode_details {");
            lab.enter("terraform init && terraform apply -auto-approve");
            lab.await("All 5 points.", APPLY);
            Map<String, String> work = contents(folder);

            lab.enter("drill mode-changed");
            lab.await("Somebody changed the capacity mode", SOON);
            lab.await("unmet    Its capacity mode is ON_DEMAND", SOON);
            lab.await("find out what has happened", SOON);
            lab.enter("hint");
            lab.await("hint 1 of 3", SOON);
            lab.enter("terraform apply -auto-approve");
            lab.await("Mended: Somebody changed the capacity mode", APPLY);
            lab.enter("quit");
            lab.await("5 of 5 met", SOON);
            assertThat(contents(folder)).isEqualTo(work);
            lab.enter("quit");
            assertThat(lab.exit(SOON)).isZero();
        }
        assertThat(Journal.of(folder).progress().drills()).containsEntry("mode-changed", true);
    }

    @Test
    void wordsAreCompletedAndLinesRememberedFromSessionToSession(@TempDir Path home) throws Exception {
        Path folder = Files.createDirectories(home.resolve("w"));
        Files.writeString(folder.resolve("notes for me.txt"), "found it");
        try (PtyProgram lab = start(home, 80, 24, LabProgram.environment())) {
            lab.await("Next: write main.tf", SOON);
            completes(lab, "prog\t", "› progress");
            completes(lab, "read conc\t", "› read concepts");
            completes(lab, "hint stream-m\t", "› hint stream-mode");
            completes(lab, "drill retent\t", "› drill retention-changed");
            completes(lab, "terraform val\t", "› terraform validate");
            lab.type("cat no\t");
            lab.await("notes", SOON);
            lab.enter("");
            lab.await("found it", SOON);
            lab.enter("echo this line stays");
            lab.await("\nthis line stays", SOON);
            lab.enter("quit");
            assertThat(lab.exit(SOON)).isZero();
        }
        try (PtyProgram lab = start(home, 80, 24, LabProgram.environment())) {
            lab.await("Next: write main.tf", SOON);
            lab.type("\u001b[A\u001b[A");
            lab.await("› echo this line stays", SOON);
            giveUp(lab);
            lab.type("\u0012found\u0012"); // Ctrl-R: nothing was typed with that word in it
            giveUp(lab);
            lab.type("\u0012cat");
            lab.await("notes", SOON);
            giveUp(lab);
            lab.enter("reset");
            lab.await("(yes/no)", SOON);
            lab.enter("yes");
            lab.await("The lab is at its beginning again.", SOON);
            lab.await("Next: write main.tf", SOON);
            assertThat(folder.resolve("notes for me.txt")).doesNotExist();
            lab.enter("quit");
            assertThat(lab.exit(SOON)).isZero();
        }
        try (Stream<Path> backups = Files.walk(folder.resolve(".plumbline").resolve("backups"))) {
            assertThat(backups.map(Path::getFileName).map(Path::toString)).contains("notes for me.txt");
        }
    }

    /** The line is given up afterwards. */
    private static void completes(PtyProgram lab, String typed, String wanted) throws Exception {
        lab.type(typed);
        lab.await(wanted, SOON);
        giveUp(lab);
    }

    /** Gives the line up and waits for the next prompt: what is typed before it is not for the line editor. */
    private static void giveUp(PtyProgram lab) throws Exception {
        int before = lab.screen().raw().length();
        lab.type("\u0003");
        lab.await(
                text -> {
                    // The panel may be drawn anew in between, with the prompt that is being given up.
                    int opened = lab.screen().raw().indexOf("\u001b[?2004h", before);
                    return opened >= 0 && lab.screen().raw().indexOf("›", opened) >= 0;
                },
                "the next prompt",
                SOON);
    }

    @Test
    void aKilledSessionIsResumed(@TempDir Path home) throws Exception {
        Path folder = home.resolve("w");
        try (PtyProgram lab = start(home, 80, 24, LabProgram.environment())) {
            lab.await("Next: write main.tf", SOON);
            Files.writeString(folder.resolve("main.tf"), "provider \"aws\" {}\n");
            lab.await("main.tf saved", SOON);
            lab.await("1 of 5 met", SOON);
            lab.program().destroyForcibly();
            lab.exit(SOON);
        }
        try (PtyProgram lab = start(home, 80, 24, LabProgram.environment())) {
            lab.await("Welcome back.", SOON);
            lab.await("AWS ", SOON);
            assertThat(folder.resolve("main.tf")).hasContent("provider \"aws\" {}\n");
            lab.enter("quit");
            assertThat(lab.exit(SOON)).isZero();
        }
    }

    @Test
    void aCommandThatIsDeafToCtrlCCanBeEndedByForce(@TempDir Path home) throws Exception {
        try (PtyProgram lab = start(home, 80, 24, LabProgram.environment())) {
            lab.await("Next: write main.tf", SOON);
            lab.enter("sh -c \"trap '' INT; echo d''eaf; while :; do sleep 1000; done\"");
            lab.await("deaf\n", SOON);
            interruptUntil(lab, "Ctrl-C 3 times more");
            interruptUntil(lab, "It was ended by force.");
            lab.enter("echo o''n");
            lab.await("\non\n", SOON);
            assertThat(lab.program().descendants().map(child -> child.info().commandLine()))
                    .noneMatch(words -> words.orElse("").contains("sleep 1000"));
            lab.enter("quit");
            assertThat(lab.exit(SOON)).isZero();
        }
    }

    /** One Ctrl-C after the other, as a person presses it: signals that come too fast melt into one. */
    private static void interruptUntil(PtyProgram lab, String wanted) throws Exception {
        for (int presses = 1; !lab.screen().text().contains(wanted); presses++) {
            assertThat(presses).as("presses until " + wanted).isLessThan(50);
            lab.type("\u0003");
            try {
                lab.await(wanted, A_MOMENT);
            } catch (AssertionError notYet) {
                // once more
            }
        }
    }

    /** The last line of {@code terraform output -raw} has no end, nor has that of many a file. */
    @Test
    void thePromptHasALineOfItsOwn(@TempDir Path home) throws Exception {
        try (PtyProgram lab = start(home, 80, 24, LabProgram.environment())) {
            lab.await("Next: write main.tf", SOON);
            lab.enter("printf no''end");
            lab.await("\nnoend\nkinesis-stream ›\n", SOON);
            lab.enter("printf '%080d' 0");
            lab.await("0000\nkinesis-stream ›\n", SOON);
            lab.enter("quit");
            assertThat(lab.exit(SOON)).isZero();
        }
    }

    @Test
    void sigtermLeavesTheTerminalAsItWas(@TempDir Path home) throws Exception {
        try (PtyProgram lab = start(home, 80, 24, LabProgram.environment())) {
            lab.await("kinesis-stream ›", SOON);
            lab.type("half a line");
            lab.await("half a line", SOON);
            lab.program().destroy();
            lab.exit(SOON);
            assertThat(lab.modesRestored()).isTrue();
            assertThat(lab.screen().raw()).endsWith("[J").doesNotContain("Exception");
        }
    }

    @Test
    void sigtermIsHeardWhileALongTextWaitsForAKey(@TempDir Path home) throws Exception {
        try (PtyProgram lab = start(home, 80, 24, LabProgram.environment())) {
            lab.await("kinesis-stream ›", SOON);
            lab.enter("?");
            lab.await("space: more", SOON);
            lab.program().destroy();
            lab.exit(SOON);
            assertThat(lab.modesRestored()).isTrue();
            assertThat(lab.screen().raw()).endsWith("[J").doesNotContain("Exception");
        }
    }

    /** All that runs in a window gets SIGHUP when it is closed, and Terraform would die of it. */
    @Test
    void aWindowThatIsClosedDuringAnApplyLeavesTheStateThatTerraformWritesAtCtrlC(@TempDir Path home) throws Exception {
        Path folder = Files.createDirectories(home.resolve("w"));
        Files.writeString(folder.resolve("main.tf"), RIGHT + "resource \"terraform_data\" \"made_before\" {}\n");
        try (PtyProgram lab = start(home, 80, 24, LabProgram.environment())) {
            lab.await("stage: written", SOON);
            lab.enter("terraform init >/dev/null && terraform apply -auto-approve; echo never");
            lab.await("terraform_data.made_before: Creation complete", SOON);
            lab.await("aws_kinesis_stream.datacenter_stream: Creating...", SOON);
            List<ProcessHandle> running = lab.program().descendants().toList();
            lab.hangup();
            lab.exit(SOON);
            assertThat(running).isNotEmpty();
            for (ProcessHandle one : running) {
                one.onExit().get(SOON.toSeconds(), TimeUnit.SECONDS); // our own guard of runs ends a moment after us
            }
            assertThat(lab.screen().raw()).contains("Stopping operation...").doesNotContain("Two interrupts");
        }
        assertThat(folder.resolve("terraform.tfstate")).content().contains("made_before");
        assertThat(folder.resolve(".terraform.tfstate.lock.info")).doesNotExist();
    }

    @Test
    void withoutColourAndWithoutUnicodeWordsAreLeft(@TempDir Path home) throws Exception {
        Map<String, String> environment = LabProgram.environment();
        environment.put("NO_COLOR", "1");
        environment.put("LC_ALL", "C");
        environment.remove("LANG");
        try (PtyProgram lab = start(home, 80, 24, environment)) {
            lab.await("- pending  It lives in us-east-1", SOON);
            lab.enter("?");
            lab.await("-- space: more", SOON);
            lab.type("q");
            lab.enter("quit");
            assertThat(lab.exit(SOON)).isZero();
            String raw = lab.screen().raw();
            assertThat(raw.chars().filter(c -> c > 127).count()).isZero();
            assertThat(raw).doesNotContainPattern("\u001b\\[[0-9;]*3[0-7]m");
        }
    }

    @Test
    void aDumbTerminalGetsLines(@TempDir Path home) throws Exception {
        Map<String, String> environment = LabProgram.environment();
        environment.put("TERM", "dumb");
        try (PtyProgram lab = start(home, 80, 24, environment)) {
            lab.await("It lives in us-east-1: pending.", SOON);
            lab.enter("quit");
            assertThat(lab.exit(SOON)).isZero();
            assertThat(lab.screen().raw()).doesNotContain("\u001b");
        }
    }

    private static PtyProgram start(Path home, int columns, int rows, Map<String, String> environment)
            throws IOException {
        return LabProgram.start(columns, rows, home, environment, "start", "kinesis-stream", "--dir", "w");
    }

    /** Everything of the learner's, by path; what Terraform and the lab keep for themselves is left out. */
    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        assertThat(contents.keySet()).containsAll(List.of("main.tf", "terraform.tfstate", ".terraform.lock.hcl"));
        return contents;
    }
}

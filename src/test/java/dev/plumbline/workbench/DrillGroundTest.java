package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.cloud.DirectCall;
import dev.plumbline.cloud.LiveAnswer;
import dev.plumbline.lab.Drill;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabCatalogue;
import dev.plumbline.workspace.Journal;
import dev.plumbline.workspace.JournalEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DrillGroundTest {
    private static final Lab LAB = new LabCatalogue(Path.of("")).load("kinesis-stream");
    private static final String STREAM = "datacenter-stream";
    private static final String REGION = "us-east-1";

    private final Path folder;

    DrillGroundTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void whatBreaksBreaksInTheCopy() throws IOException {
        try (Workbench own = withStream()) {
            DrillGround ground = new DrillGround(folder, LAB, drill("stream-deleted"));
            try (Workbench copy = ground.make(own, line -> {})) {
                assertThat(copy.folder().resolve("main.tf")).hasContent("# mine");
                assertThat(copy.lab().requirements()).hasSize(3);
                assertThat(status(copy)).isIn("gone", "DELETING");
                assertThat(status(own)).isEqualTo("ACTIVE");
                Files.writeString(copy.folder().resolve("main.tf"), "# changed");
                assertThat(folder.resolve("main.tf")).hasContent("# mine");
            }
            assertThat(DrillGround.cutShort(folder)).containsExactly("stream-deleted");
            assertThat(ground.ready()).isTrue();
            ground.leave(true);
            assertThat(DrillGround.cutShort(folder)).isEmpty();
            assertThat(ground.folder()).doesNotExist();
            assertThat(Journal.of(folder).progress().drills()).containsEntry("stream-deleted", true);
        }
    }

    /** As when an editor replaces it at that very moment. */
    @Test
    void aFileThatIsGoneWhileADrillIsSetUpIsNoBug() throws IOException {
        try (Workbench own = withStream()) {
            Files.delete(folder.resolve("main.tf"));
            DrillGround ground = new DrillGround(folder, LAB, drill("wrong-region"));
            assertThatThrownBy(() -> ground.make(own, line -> {}))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining(
                            "The drill wrong-region could not be set up: there is no such file or folder");
            assertThat(ground.folder()).doesNotExist();
        }
    }

    @Test
    void nothingIsLeftOfADrillThatCouldNotBeSetUp() throws IOException {
        try (Workbench own = Workbench.open(LAB, folder, new AwsChoice.Embedded(), Map.of(), line -> {})) {
            DrillGround ground = new DrillGround(folder, LAB, drill("stream-deleted"));
            assertThatThrownBy(() -> ground.make(own, line -> {}))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining(
                            "The drill stream-deleted could not be set up: kinesis DeleteStream was refused")
                    .hasMessageContaining("Your own work is as you left it.");
            assertThat(ground.folder()).doesNotExist();
        }
    }

    /** As by a terraform that was left running in the background. */
    @Test
    void aDrillIsOverThoughSomebodyStillWritesInItsFolder() throws Exception {
        DrillGround ground = new DrillGround(folder, LAB, drill("stream-deleted"));
        Path busy = ground.folder().resolve("busy");
        Files.createDirectories(ground.folder().resolve(".plumbline"));
        Files.writeString(ground.folder().resolve(".plumbline/drill-ready"), "stream-deleted");
        AtomicBoolean enough = new AtomicBoolean();
        CountDownLatch writing = new CountDownLatch(1);
        Thread writer = new Thread(() -> {
            for (int i = 0; !enough.get(); i++) {
                try {
                    Files.createDirectories(busy);
                    Files.writeString(busy.resolve("file" + i), "x");
                } catch (IOException beingRemoved) {
                    // and made again
                }
                writing.countDown();
            }
        });
        writer.start();
        try {
            writing.await();
            ground.leave(true);
            assertThat(DrillGround.cutShort(folder)).isEmpty();
            assertThat(Journal.of(folder).progress().drills()).containsEntry("stream-deleted", true);
        } finally {
            enough.set(true);
            writer.join();
        }
    }

    @Test
    void installedProvidersAreLinkedAndNotCopied(@TempDir Path copy) throws IOException {
        Path platform = Files.createDirectories(
                folder.resolve(".terraform/providers/registry.terraform.io/hashicorp/aws/5.100.0/linux_amd64"));
        Files.writeString(platform.resolve("provider"), "half a gigabyte");
        Files.createDirectories(folder.resolve(".plumbline"));
        WorkspaceCopy.make(folder, copy);
        Path there = copy.resolve(folder.relativize(platform));
        assertThat(there).isSymbolicLink();
        assertThat(there.resolve("provider")).hasContent("half a gigabyte");
        assertThat(copy.resolve(".plumbline")).doesNotExist();
        FolderTree.remove(copy);
        assertThat(platform.resolve("provider")).exists();
    }

    @Test
    void practiceKeepsItsSeedAndRefusesOtherWork(@TempDir Path other) throws IOException {
        Path practice = PracticeGround.beside(folder, 7);
        PracticeGround.claim(practice, 7);
        PracticeGround.claim(practice, 7);
        Lab drawn = PracticeGround.lab(new LabCatalogue(Path.of("")), "kinesis-stream", practice);
        assertThat(drawn.parameters())
                .isEqualTo(
                        new LabCatalogue(Path.of("")).draw("kinesis-stream", 7).parameters());
        assertThatThrownBy(() -> PracticeGround.claim(practice, 8)).hasMessageContaining("--seed 7");
        Files.writeString(other.resolve("main.tf"), "");
        assertThatThrownBy(() -> PracticeGround.claim(other, 7)).hasMessageContaining("other work");
    }

    @Test
    void theBestTimeOfPracticeIsFoundBesideTheLearnersOwnFolder() {
        Path own = folder.resolve("kinesis-stream");
        assertThat(PracticeGround.best(own)).isEmpty();
        for (int seed = 1; seed <= 3; seed++) {
            Path practice = PracticeGround.beside(own, seed);
            PracticeGround.claim(practice, seed);
            PracticeGround.startClock(practice);
            Instant begun = Objects.requireNonNull(
                    Journal.of(practice).progress().clock().since());
            if (seed < 3) {
                Journal.of(practice).add(new JournalEntry.Passed(begun.plusSeconds(100 - seed)));
            }
            PracticeGround.startClock(practice); // a time that was reached stays
        }
        assertThat(PracticeGround.best(own)).hasValue(new PracticeGround.Time(Duration.ofSeconds(98), 2));
    }

    private Workbench withStream() throws IOException {
        Files.writeString(folder.resolve("main.tf"), "# mine");
        Workbench own = Workbench.open(LAB, folder, new AwsChoice.Embedded(), Map.of(), line -> {});
        var refusal = DirectCall.make(
                own.sandbox().orElseThrow().endpoint(),
                "kinesis",
                "CreateStream",
                REGION,
                Map.of("StreamName", STREAM, "StreamModeDetails", Map.of("StreamMode", "ON_DEMAND")));
        assertThat(refusal).isEmpty();
        while (!status(own).equals("ACTIVE")) {
            Thread.onSpinWait(); // a created stream is CREATING for a moment, as on AWS
        }
        return own;
    }

    private static String status(Workbench bench) {
        LiveAnswer answer = bench.live().find("aws_kinesis_stream", STREAM, REGION, "");
        return answer instanceof LiveAnswer.Found found ? found.resource().status() : "gone";
    }

    private static Drill drill(String id) {
        return LAB.drills().stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow();
    }
}

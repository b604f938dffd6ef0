package dev.plumbline.cohort.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.workspace.WorkspaceSnapshot.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {
    private static final String CODE = "provider \"aws\" {}\n";

    private final Path folder;

    IntakeTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static String text(Submission submission, String name) {
        byte[] bytes = submission.files().get(name);
        return bytes == null ? "(none)" : new String(bytes, StandardCharsets.UTF_8);
    }

    private Submission zip(Map<String, String> files) throws IOException {
        return Intake.read(Archives.zip(folder.resolve("a.zip"), files));
    }

    @Test
    void aFolderAnArchiveOfItAndOneWithAWrappingFolderAreTheSameSubmission() throws IOException {
        Path work = Files.createDirectories(folder.resolve("alice"));
        Files.writeString(work.resolve("main.tf"), CODE);
        Submission plain = Intake.read(work);
        Submission zipped = zip(Map.of("main.tf", CODE));
        Submission wrapped =
                zip(Map.of("alice/main.tf", CODE, "__MACOSX/alice/._main.tf", "x", "alice/.git/HEAD", "x"));
        Submission tar = Intake.read(Archives.tarGz(folder.resolve("a.tgz"), Map.of("alice/main.tf", CODE)));
        assertThat(List.of(plain, zipped, wrapped, tar)).allSatisfy(one -> {
            assertThat(one.files().keySet()).containsExactly("main.tf");
            assertThat(text(one, "main.tf")).isEqualTo(CODE);
            assertThat(one.refusals()).isEmpty();
            assertThat(one.sha256()).isEqualTo(plain.sha256());
        });
    }

    @Test
    void aWrappingFolderThatIsCalledLikeCodeIsNone() throws IOException {
        Submission submission = zip(Map.of("main.tf/x.tf", CODE));
        assertThat(submission.others()).containsEntry("main.tf", Kind.DIRECTORY);
        assertThat(submission.files()).containsOnlyKeys("main.tf/x.tf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.tf",
                "a/../../evil.tf",
                "/etc/evil.tf",
                "C:/evil.tf",
                "..\\evil.tf",
                "a/\u0001.tf",
                "a\nb.tf",
                "main.tf\u202e",
                "1/2/3/4/5/6/7/8/9/10/11/12/13/x.tf"
            })
    void aNameThatPlaysATrickIsRefusedAndNothingIsTakenUnderIt(String name) throws IOException {
        Submission zipped = zip(Map.of("main.tf", CODE, name, "x"));
        Submission tar = Intake.read(Archives.tarGz(folder.resolve("a.tgz"), Map.of("main.tf", CODE, name, "x")));
        assertThat(List.of(zipped, tar)).allSatisfy(one -> {
            assertThat(one.refusals()).hasSize(1);
            assertThat(one.files().keySet()).containsExactly("main.tf");
        });
    }

    /** Whatever an archive's names are made of, nothing is ever placed outside of the folder. */
    @Test
    void noPathOfAnArchiveLeadsOut() throws IOException {
        String[] parts = {
            "..", ".", "", "a", "main.tf", "~", " ", "\\", "..\\", "/", "C:", "...", "\u0000", "é", "%2e%2e"
        };
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            Map<String, String> files = new TreeMap<>();
            for (int i = 0; i < 4; i++) {
                StringBuilder name = new StringBuilder();
                for (int j = 1 + random.nextInt(5); j > 0; j--) {
                    name.append(parts[random.nextInt(parts.length)]).append(random.nextBoolean() ? "/" : "");
                }
                if (!name.isEmpty() && name.length() < 90) {
                    files.put(name.toString(), "x");
                }
            }
            Path outer = Files.createDirectories(folder.resolve("round-" + round));
            Path inner = Files.createDirectory(outer.resolve("inner"));
            Submission submission =
                    round % 2 == 0 ? zip(files) : Intake.read(Archives.tarGz(folder.resolve("a.tgz"), files));
            if (submission.refusals().isEmpty()) {
                submission.placeIn(inner);
            }
            try (Stream<Path> all = Files.list(outer)) {
                assertThat(all).as("after %s", files.keySet()).containsExactly(inner);
            }
        }
    }

    @Test
    void whatProgramsOfWindowsAndTheMacDoIsNoTrick() throws IOException {
        Submission submission = zip(Map.of("alice\\main.tf", CODE, "alice\\docs\\note.txt", "x", "alice/Icon\r", ""));
        assertThat(submission.refusals()).isEmpty();
        assertThat(submission.files()).containsOnlyKeys("main.tf", "docs/note.txt");
        assertThat(Intake.read(Archives.tarGz(folder.resolve("a.tgz"), Map.of("a\\b.tf", "x")))
                        .refusals())
                .hasSize(1);
    }

    @Test
    void codeThatIsCalledLikeAStateIsCode() {
        assertThat(Submission.isState("main.tfstate.tf")).isFalse();
        assertThat(Submission.isState("a/terraform.tfstate.backup")).isTrue();
    }

    @Test
    void aFileTwiceIsRefused() throws IOException {
        Submission submission = zip(Map.of("main.tf", CODE, "./main.tf", "other"));
        assertThat(submission.refusals()).singleElement().asString().contains("twice");
    }

    @Test
    void whatUnpacksToFarMoreThanAnybodyWritesIsNotUnpacked() throws IOException {
        Submission one = Intake.read(Archives.zipOf(folder.resolve("a.zip"), "main.tf", 64 << 20));
        assertThat(one.others()).containsEntry("main.tf", Kind.TOO_LARGE);
        assertThat(one.files()).isEmpty();
        Map<String, String> many = new TreeMap<>();
        String large = "0".repeat(3 << 20);
        for (int i = 0; i < 20; i++) {
            many.put("f" + i, large);
        }
        assertThat(zip(many).refusals()).singleElement().asString().contains("larger than a submission can be");
    }

    @Test
    void whatIsNoArchiveSaysSo() throws IOException {
        Path file = Files.writeString(folder.resolve("a.zip"), "hello");
        assertThat(Intake.read(file).unreadable()).contains("a.zip cannot be read");
        assertThat(Intake.isPossible(file)).isTrue();
        assertThat(Intake.isPossible(Files.writeString(folder.resolve("notes.txt"), "hello")))
                .isFalse();
    }

    @Test
    void linksAreNotFollowedOutAndPipesNotOpened() throws IOException, InterruptedException {
        Path work = Files.createDirectories(folder.resolve("alice"));
        Files.writeString(folder.resolve("secret"), "secret");
        Files.createSymbolicLink(work.resolve("main.tf"), folder.resolve("secret"));
        Files.writeString(work.resolve("real.txt"), "real");
        Files.createSymbolicLink(work.resolve("inside.txt"), Path.of("real.txt"));
        Files.createSymbolicLink(work.resolve("up"), folder);
        Process pipe = new ProcessBuilder("mkfifo", work.resolve("pipe.tf").toString()).start();
        assumeTrue(pipe.waitFor() == 0);
        Submission submission = Intake.read(work);
        assertThat(submission.refusals()).hasSize(2).allMatch(refusal -> refusal.contains("leads out"));
        assertThat(text(submission, "inside.txt")).isEqualTo("real");
        assertThat(submission.others()).containsEntry("pipe.tf", Kind.SPECIAL);
        assertThat(submission.files().values())
                .noneMatch(bytes -> new String(bytes, StandardCharsets.UTF_8).contains("secret"));
    }

    @Test
    void devicesAndLinksOfATarAreRefused() throws IOException {
        Submission submission = Intake.read(Archives.tarWith(folder.resolve("a.tar"), "null", '3', ""));
        assertThat(submission.refusals()).singleElement().asString().contains("a device");
        Submission link = Intake.read(Archives.tarWith(folder.resolve("b.tar"), "a/x.tf", '2', "../../etc/passwd"));
        assertThat(link.refusals()).singleElement().asString().contains("leads out");
    }

    @Test
    void statesAndTheLockFileAreNeverPlaced() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        zip(Map.of(
                        "main.tf",
                        CODE,
                        "terraform.tfstate",
                        "{}",
                        "terraform.tfstate.d/x/terraform.tfstate",
                        "{}",
                        ".terraform.lock.hcl",
                        "x",
                        ".terraform/environment",
                        "x"))
                .placeIn(inner);
        try (Stream<Path> all = Files.list(inner)) {
            assertThat(all).containsExactly(inner.resolve("main.tf"));
        }
    }
}

package dev.plumbline.coaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.grading.Diagnosis;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixApplierTest {
    private static final Diagnosis.Fix NAME = new Diagnosis.Fix(
            "Write the name", List.of(new Diagnosis.Edit("main.tf", 2, 10, 2, 15, "\"datacenter-stream\"")));

    @Test
    void makesTheEditAndTakesItBack(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("main.tf");
        Files.writeString(file, "x {\n  name = \"abc\" # keep\n}\n");
        FixApplier applier = new FixApplier(folder);

        assertThat(applier.apply(NAME).done()).isTrue();
        assertThat(file).hasContent("x {\n  name = \"datacenter-stream\" # keep\n}\n");

        assertThat(applier.undo().done()).isTrue();
        assertThat(file).hasContent("x {\n  name = \"abc\" # keep\n}\n");
        assertThat(applier.undo().done()).isFalse();
    }

    @Test
    void keepsLineEndingsAndByteOrderMark(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("main.tf");
        Files.write(file, "\uFEFFx {\r\n  name = \"abc\"\r\n}\r\n".getBytes(StandardCharsets.UTF_8));
        Diagnosis.Fix more =
                new Diagnosis.Fix("Add a line", List.of(new Diagnosis.Edit("main.tf", 2, 15, 2, 15, "\n  more = 1")));

        new FixApplier(folder).apply(more);

        assertThat(Files.readAllBytes(file))
                .isEqualTo("\uFEFFx {\r\n  name = \"abc\"\r\n  more = 1\r\n}\r\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void takesAFileBackThatItMade(@TempDir Path folder) throws IOException {
        FixApplier applier = new FixApplier(folder);
        applier.apply(new Diagnosis.Fix("Make it", List.of(new Diagnosis.Edit("main.tf", 1, 1, 1, 1, "x {}\n"))));
        assertThat(folder.resolve("main.tf")).hasContent("x {}\n");

        applier.undo();

        assertThat(folder.resolve("main.tf")).doesNotExist();
    }

    @Test
    void doesNotThrowLaterWorkAway(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("main.tf");
        Files.writeString(file, "x {\n  name = \"abc\"\n}\n");
        FixApplier applier = new FixApplier(folder);
        applier.apply(NAME);
        Files.writeString(file, "rewritten since\n");

        FixApplier.Outcome outcome = applier.undo();

        assertThat(outcome.done()).isFalse();
        assertThat(outcome.message()).contains("changed since");
        assertThat(file).hasContent("rewritten since\n");
    }

    @Test
    void takesSeveralFixesBackOneByOne(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("main.tf");
        Files.writeString(file, "a\n");
        FixApplier applier = new FixApplier(folder);
        applier.apply(new Diagnosis.Fix("b", List.of(new Diagnosis.Edit("main.tf", 1, 1, 1, 2, "b"))));
        applier.apply(new Diagnosis.Fix("c", List.of(new Diagnosis.Edit("main.tf", 1, 1, 1, 2, "c"))));

        applier.undo();
        assertThat(file).hasContent("b\n");
        applier.undo();
        assertThat(file).hasContent("a\n");
    }

    @Test
    void writesAFileThatIsNotUtf8AsUtf8(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("main.tf");
        Files.write(file, ("\uFEFF" + Files.readString(right(folder))).getBytes(StandardCharsets.UTF_16LE));

        Diagnosis found = Bench.atSource(folder).get(0);
        assertThat(found.mistake()).isEqualTo("syntax-not-utf8");
        Diagnosis.Fix fix = found.fix();
        assertThat(fix).isNotNull();
        if (fix != null) {
            new FixApplier(folder).apply(fix);
        }

        assertThat(Files.readString(file)).isEqualTo("provider \"aws\" {}\n");
    }

    private static Path right(Path folder) throws IOException {
        return Files.writeString(folder.resolve("main.tf"), "provider \"aws\" {}\n");
    }

    @Test
    void neverLeavesTheFolder(@TempDir Path folder) {
        Diagnosis.Fix outside = new Diagnosis.Fix("no", List.of(new Diagnosis.Edit("../outside.tf", 1, 1, 1, 1, "x")));

        assertThatThrownBy(() -> new FixApplier(folder).apply(outside)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void leavesAFileAloneThatOnlyALinkBringsIntoTheFolder(@TempDir Path folder, @TempDir Path elsewhere)
            throws IOException {
        Path theirs = Files.writeString(elsewhere.resolve("other.tf"), "x {\n  name = \"abc\"\n}\n");
        Files.createSymbolicLink(folder.resolve("main.tf"), theirs);

        assertThatThrownBy(() -> new FixApplier(folder).apply(NAME)).isInstanceOf(IOException.class);
        assertThat(theirs).hasContent("x {\n  name = \"abc\"\n}\n");
    }

    @Test
    void keepsPermissionsAndLeavesNothingBeside(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("main.tf"), "x {\n  name = \"abc\"\n}\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        new FixApplier(folder).apply(NAME);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        try (Stream<Path> entries = Files.list(folder)) {
            assertThat(entries.map(p -> p.getFileName().toString())).containsExactlyInAnyOrder("main.tf", ".plumbline");
        }
    }
}

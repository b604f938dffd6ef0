package dev.plumbline.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.workspace.WorkspaceSnapshot.Kind;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SnapshotReaderTest {
    @TempDir
    private Path folder = Path.of(".");

    private Kind kind(String name) throws Exception {
        return SnapshotReader.read(folder).entry(name).orElseThrow().kind();
    }

    @Test
    void codeIsReadAsItIs() throws Exception {
        Files.writeString(folder.resolve("main.tf"), "# ü 日本\n");
        assertThat(kind("main.tf")).isEqualTo(Kind.FILE);
        assertThat(SnapshotReader.read(folder).bytes("main.tf").orElseThrow())
                .isEqualTo("# ü 日本\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFolderIsNotRead() throws Exception {
        Files.createDirectory(folder.resolve("main.tf"));
        assertThat(kind("main.tf")).isEqualTo(Kind.DIRECTORY);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPipeIsNotOpenedWhichWouldHang() throws Exception {
        Path pipe = folder.resolve("main.tf");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        assertThat(kind("main.tf")).isEqualTo(Kind.SPECIAL);
        Files.delete(pipe);
        Files.createSymbolicLink(pipe, Path.of("/dev/zero"));
        assertThat(kind("main.tf")).isEqualTo(Kind.SPECIAL);
    }

    @Test
    void aGigabyteIsSeenByItsSizeAlone() throws Exception {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("main.tf").toFile(), "rw")) {
            file.setLength(1L << 30);
        }
        assertThat(kind("main.tf")).isEqualTo(Kind.TOO_LARGE);
        assertThat(SnapshotReader.read(folder).contents()).isEmpty();
    }

    @Test
    void bytesThatAreNoTextAreBinaryAndUtf16IsText() throws Exception {
        Files.write(folder.resolve("main.tf"), new byte[] {'a', 0, 'b', 'c', 'd', 'e', 'f'});
        assertThat(kind("main.tf")).isEqualTo(Kind.BINARY);
        Files.write(folder.resolve("main.tf"), "provider".getBytes(StandardCharsets.UTF_16LE));
        assertThat(kind("main.tf")).isEqualTo(Kind.FILE);
        Files.write(folder.resolve("main.tf"), "provider".getBytes(StandardCharsets.UTF_16));
        assertThat(kind("main.tf")).isEqualTo(Kind.FILE);
    }
}

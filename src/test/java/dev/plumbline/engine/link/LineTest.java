package dev.plumbline.engine.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LineTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void carriesWordsBothWaysAndTellsOfAHangUp() throws Exception {
        Path socket = folder.resolve("s");
        try (ServerSocketChannel listener = Line.listen(socket);
                Line here = Line.connect(socket);
                Line there = Line.accept(listener)) {
            here.send(Words.of("a", "", "ünïcode", "x".repeat(100_000)));
            assertThat(there.receive().orElseThrow().list()).containsExactly("a", "", "ünïcode", "x".repeat(100_000));

            there.send(Words.of());
            assertThat(here.receive().orElseThrow().verb()).isEmpty();

            here.close();
            assertThat(there.receive()).isEmpty();
        }
    }

    @Test
    void oneMayWriteWhileAnotherReads() throws Exception {
        Path socket = folder.resolve("s");
        try (ServerSocketChannel listener = Line.listen(socket);
                Line here = Line.connect(socket);
                Line there = Line.accept(listener)) {
            Thread reader = new Thread(() -> {
                try {
                    here.receive();
                } catch (IOException closed) {
                    return;
                }
            });
            reader.start();
            here.send(Words.of("question"));
            assertThat(there.receive().orElseThrow().verb()).isEqualTo("question");
            there.send(Words.of("answer"));
            reader.join();
        }
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        WordReader reader = new WordWriter("v")
                .text("t")
                .number(-5)
                .set(Set.of("x", "y"))
                .map(Map.of("k", "v", "l", ""))
                .words()
                .rest();

        assertThat(reader.text()).isEqualTo("t");
        assertThat(reader.number()).isEqualTo(-5);
        assertThat(reader.set()).containsExactlyInAnyOrder("x", "y");
        assertThat(reader.map()).isEqualTo(Map.of("k", "v", "l", ""));
        assertThatThrownBy(reader::text).isInstanceOf(IOException.class);
    }

    @Test
    void whatIsNoMessageIsRefusedWithoutMuchMemory() throws IOException {
        for (int[] header : new int[][] {{-1}, {Integer.MAX_VALUE}, {1, Integer.MAX_VALUE}, {1, -7}, {1, 5}}) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            for (int number : header) {
                out.writeInt(number);
            }
            assertThatThrownBy(() -> Words.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void foldersThatOthersMayEnterAreRefused() throws IOException {
        Path ours = PrivateFolder.create(folder.resolve("ours"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ours)))
                .isEqualTo("rwx------");
        assertThat(PrivateFolder.create(ours)).as("there already").isEqualTo(ours);

        Files.setPosixFilePermissions(ours, PosixFilePermissions.fromString("rwxr-x---"));
        assertThatThrownBy(() -> PrivateFolder.create(ours)).hasMessageContaining("not a folder of this user alone");

        Path link = Files.createSymbolicLink(folder.resolve("link"), PrivateFolder.create(folder.resolve("target")));
        assertThatThrownBy(() -> PrivateFolder.check(link)).hasMessageContaining("not a folder of this user alone");
    }

    @Test
    void theFolderForSocketsIsTheMachinesOwn() {
        assertThat(PrivateFolder.home(Map.of("XDG_RUNTIME_DIR", folder.toString())))
                .isEqualTo(folder.resolve("plumbline"));
        assertThat(PrivateFolder.home(Map.of()).getFileName().toString()).startsWith("plumbline-");
    }
}

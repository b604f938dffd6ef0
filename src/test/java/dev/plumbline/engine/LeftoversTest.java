package dev.plumbline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
    private final Path home;

    LeftoversTest(@TempDir Path home) {
        this.home = home;
    }

    @Test
    void whatAKilledProcessLeftIsRemovedAndWhatALivingOneHasIsNot() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Path left = Files.createDirectory(home.resolve("own" + ended.pid() + "-1"));
        Files.createFile(left.resolve("lease3"));
        Path living = Files.createDirectory(home.resolve(Leftovers.ownName(1)));
        Path stranger = Files.createDirectory(home.resolve("owner-of-something-else"));

        Leftovers.sweep(home, home.resolve("mine"));

        assertThat(left).doesNotExist();
        assertThat(living).exists();
        assertThat(stranger).exists();
    }

    @Test
    void anEndedDaemonsFolderIsRemovedWhenItIsOld() throws IOException {
        Path old = daemons("a", Duration.ofHours(2));
        Path recent = daemons("b", Duration.ofMinutes(5));
        Path mine = daemons("c", Duration.ofHours(2));

        Leftovers.sweep(home, mine);

        assertThat(old).doesNotExist();
        assertThat(recent).exists();
        assertThat(mine).exists();
    }

    @Test
    void oneThatIsServedStaysHoweverOld() throws IOException {
        Path served = daemons("a", Duration.ofDays(2));
        try (FileChannel channel = FileChannel.open(served.resolve("lock"), StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();

            Leftovers.sweep(home, home.resolve("mine"));
        }
        assertThat(served).exists();
    }

    @Test
    void lookUpsThatWereKilledAreRemovedAndThoseThatAreKeptOrUnderWayAreNot() throws IOException {
        Path killed = aged(home.resolve("0a1b.123"), Duration.ofHours(2));
        Path replaced = aged(home.resolve("0a1b.124.old"), Duration.ofHours(2));
        Path underWay = aged(home.resolve("0a1b.125"), Duration.ofMinutes(1));
        Path kept = aged(home.resolve("0a1b"), Duration.ofDays(3));

        Leftovers.sweepLooks(home);

        assertThat(killed).doesNotExist();
        assertThat(replaced).doesNotExist();
        assertThat(underWay).exists();
        assertThat(kept).exists();
    }

    private static Path aged(Path folder, Duration age) throws IOException {
        return Files.setLastModifiedTime(
                Files.createDirectory(folder), FileTime.from(Instant.now().minus(age)));
    }

    @Test
    void aLinkIsNotFollowed() throws Exception {
        Path elsewhere = daemons("elsewhere", Duration.ofHours(2));
        Path inner = Files.createDirectory(home.resolve("inner"));
        Files.createSymbolicLink(inner.resolve("a"), elsewhere);

        Leftovers.sweep(inner, inner.resolve("mine"));

        assertThat(elsewhere.resolve("lock")).exists();
    }

    private Path daemons(String name, Duration age) throws IOException {
        Path folder = Files.createDirectory(home.resolve(name));
        FileTime then = FileTime.from(Instant.now().minus(age));
        Files.createFile(folder.resolve("lock"));
        Files.setLastModifiedTime(Files.createFile(folder.resolve("log")), then);
        Files.setLastModifiedTime(folder, then);
        return folder;
    }
}

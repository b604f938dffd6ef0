package dev.plumbline.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollTest {
    private final Path folder;

    RollTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path submission(String path, String code) throws IOException {
        Path work = Files.createDirectories(folder.resolve(path));
        Files.writeString(work.resolve("main.tf"), code);
        return work;
    }

    @Test
    void idsAreSafeUniqueAndTheSameInAnyOrder() throws IOException {
        List<Path> sources = new ArrayList<>(List.of(
                submission("a/alice", "1"),
                submission("b/alice", "2"),
                submission("c/Alice", "3"),
                submission("d/alice", "1"),
                submission("bob", "4"),
                submission("x y", "5"),
                submission("x_y", "6"),
                submission("-rf", "7")));
        List<Entry> first = Roll.call(sources);
        assertThat(first)
                .extracting(Entry::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[A-Za-z0-9_@+][\\w.@+-]*"));
        assertThat(first).extracting(Entry::id).contains("bob", "x_y");
        Random random = new Random(3);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(sources, random);
            assertThat(Roll.call(sources)).isEqualTo(first);
        }
    }

    @Test
    void oneThatIsNamedTwiceIsThereOnce() throws IOException {
        Path alice = submission("alice", "1");
        assertThat(Roll.call(List.of(alice, alice.resolve("../alice")))).hasSize(1);
    }

    @Test
    void shardsAreDisjointAndComplete() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            sources.add(submission("s" + i, "code " + i));
        }
        List<Entry> all = Roll.call(sources);
        for (int count : new int[] {1, 2, 3, 7}) {
            List<Entry> together = new ArrayList<>();
            for (int index = 1; index <= count; index++) {
                Shard shard = Shard.parse(index + "/" + count).orElseThrow();
                together.addAll(all.stream().filter(shard::has).toList());
            }
            assertThat(together).containsExactlyInAnyOrderElementsOf(all);
        }
    }

    @Test
    void onlyPartsAreShards() {
        assertThat(Shard.parse("2/3")).contains(new Shard(2, 3));
        for (String wrong : List.of("0/3", "4/3", "3", "a/b", "1/0", "-1/2", "1/2/3", "")) {
            assertThat(Shard.parse(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void jobsFollowProcessorsAndMemory() {
        assertThat(Jobs.usual(64L << 30, 2)).isEqualTo(32);
        assertThat(Jobs.usual(4L << 30, 2)).isEqualTo(8);
        assertThat(Jobs.usual(1L << 30, 2)).isEqualTo(1);
        assertThat(Jobs.usual(512L << 30, 64)).isEqualTo(64);
    }
}

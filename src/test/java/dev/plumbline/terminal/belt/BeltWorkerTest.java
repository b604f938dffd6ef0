package dev.plumbline.terminal.belt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.terminal.BugFiles;
import dev.plumbline.text.Line;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BeltWorkerTest {
    private final BlockingQueue<List<Line>> news = new LinkedBlockingQueue<>();

    @Test
    void aBugInABeatIsSaidAndTheNextBeatComes() throws Exception {
        Semaphore pictures = new Semaphore(0);
        try (BeltGround ground = BeltGround.provisioned(1);
                Belt belt = ground.belt();
                BeltWorker worker = new BeltWorker(
                        belt,
                        picture -> {
                            pictures.release();
                            throw new IllegalStateException("out of step");
                        },
                        news::add)) {
            worker.start();
            pictures.acquire(4);
            assertThat(nextNews()).isEmpty(); // the belt is open
            assertThat(BugFiles.takenFrom(text(nextNews()))).contains("out of step");
        }
    }

    @Test
    void aBugInAnOrderIsItsAnswer() throws Exception {
        try (BeltGround ground = BeltGround.provisioned(1);
                Belt belt = ground.belt();
                BeltWorker worker = new BeltWorker(belt, picture -> {}, news::add)) {
            worker.order(
                    (opened, time) -> {
                        throw new IllegalStateException("no such order");
                    },
                    news::add,
                    () -> {});
            assertThat(BugFiles.takenFrom(text(nextNews()))).contains("no such order");
        }
    }

    /** As with a second flood that was ordered while the first one lasts. */
    @Test
    void aHurryGivesUpWhatLastsAndDropsWhatWaits() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        try (BeltGround ground = BeltGround.provisioned(1);
                Belt belt = ground.belt();
                BeltWorker worker = new BeltWorker(belt, picture -> {}, moved -> {})) {
            worker.order(
                    (opened, time) -> {
                        begun.countDown();
                        while (time.rest(Duration.ofMillis(1))) {
                            // lasts until somebody is in a hurry
                        }
                        return List.of(Line.of("given up"));
                    },
                    news::add,
                    () -> news.add(List.of(Line.of("never begun"))));
            worker.order(
                    (opened, time) -> List.of(Line.of("done")), news::add, () -> news.add(List.of(Line.of("dropped"))));
            begun.await();
            worker.hurry();
            assertThat(text(nextNews())).isEqualTo("given up");
            assertThat(text(nextNews())).isEqualTo("dropped");
            worker.order(
                    (opened, time) -> List.of(Line.of(time.rest(Duration.ZERO) ? "goes on" : "in a hurry")),
                    news::add,
                    () -> {});
            assertThat(text(nextNews()))
                    .as("a hurry is over with what it was for")
                    .isEqualTo("goes on");
        }
    }

    private List<Line> nextNews() throws InterruptedException {
        return Objects.requireNonNull(news.poll(30, TimeUnit.SECONDS), "nothing was said");
    }

    private static String text(List<Line> lines) {
        return String.join("", lines.stream().map(Line::text).toList());
    }
}

package dev.plumbline.terminal.belt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.terminal.BugFiles;
import dev.plumbline.text.Line;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
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
                    news::add);
            assertThat(BugFiles.takenFrom(text(nextNews()))).contains("no such order");
        }
    }

    private List<Line> nextNews() throws InterruptedException {
        return Objects.requireNonNull(news.poll(30, TimeUnit.SECONDS), "nothing was said");
    }

    private static String text(List<Line> lines) {
        return String.join("", lines.stream().map(Line::text).toList());
    }
}

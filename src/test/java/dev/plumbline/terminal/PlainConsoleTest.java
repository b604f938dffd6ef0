package dev.plumbline.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.text.Look;
import dev.plumbline.text.SessionPhrases;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PlainConsoleTest {
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    @Test
    void whereNothingCanBeReadEveryPromptIsToldSo() throws Exception {
        try (PlainConsole console = console(new Unreadable())) {
            for (int i = 0; i < 3; i++) {
                console.prompt("lab › ");
                assertThat(events.poll(30, TimeUnit.SECONDS)).isEqualTo(new Event.EndOfInput(true));
                console.promptClosed();
            }
        }
    }

    @Test
    void whoReadsEndsWithTheConsole() throws Exception {
        PlainConsole console = console(new StringReader("a line\n"));
        console.prompt("lab › ");
        assertThat(events.poll(30, TimeUnit.SECONDS)).isEqualTo(new Event.Typed("a line"));
        console.close();
        console.keys().join();
        assertThat(console.keys().isAlive()).isFalse();
    }

    private PlainConsole console(Reader in) {
        return new PlainConsole(
                new BufferedReader(in),
                new PrintWriter(new StringWriter()),
                SessionPhrases.english(),
                Look.PLAIN,
                false,
                events::add);
    }

    /** A terminal that is gone. */
    private static final class Unreadable extends Reader {
        @Override
        public int read(char[] into, int from, int length) throws IOException {
            throw new IOException("Input/output error");
        }

        @Override
        public void close() {}
    }
}

package dev.plumbline.terraform;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Ends what we run when we end before it, be it that we are killed without warning. Terraform does not notice that its
 * parent is gone, and a plan whose AWS died with us would go on trying for half a minute; a server goes on for ever. A
 * small shell holds the numbers of the runs and reads from a pipe of ours; when the pipe closes, it asks them to stop,
 * twice (at the second time Terraform ends at once and its providers with it), and then kills what is left.
 */
public final class OrphanGuard {
    private static final String SCRIPT =
            """
            trap '' HUP INT QUIT TERM TSTP
            runs=
            while read -r word run; do
              if [ "$word" = + ]; then runs="$runs $run"; continue; fi
              left=
              for one in $runs; do [ "$one" = "$run" ] || left="$left $one"; done
              runs=$left
            done
            [ -n "$runs" ] || exit 0
            kill -INT $runs; sleep 1; kill -INT $runs; sleep 1
            for one in $runs; do kill -KILL $(pgrep -P "$one") "$one"; done
            """;

    /**
     * Waits for a word on its standard input before it becomes the program. Without the word, because we were killed
     * meanwhile, it ends: so there is no moment in which a run goes on that nobody guards.
     */
    private static final List<String> GATE =
            List.of("/bin/sh", "-c", "read -r go || exit 125; exec \"$0\" \"$@\" </dev/null");

    private static @Nullable OutputStream guard;
    private static boolean tried;
    private static final AtomicInteger watched = new AtomicInteger();

    private OrphanGuard() {}

    /** A run under guard; closing it says that the run has ended. */
    public interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /** The words that start a program behind the gate. */
    public static List<String> gated(List<String> words) {
        return Stream.concat(GATE.stream(), words.stream()).toList();
    }

    /** Guards a process that stands behind the gate, and lets it go on. Where there is no shell, it goes unguarded. */
    public static Watch admit(Process process) {
        Watch watch = watch(process.pid());
        try (OutputStream gate = process.getOutputStream()) {
            gate.write('\n');
        } catch (IOException ended) {
            return watch; // it was killed meanwhile: whoever waits for it sees that
        }
        return watch;
    }

    private static Watch watch(long pid) {
        tell("+ " + pid);
        watched.incrementAndGet();
        return () -> {
            watched.decrementAndGet();
            tell("- " + pid);
        };
    }

    /** How many runs the shell has been told of and not yet told to forget. */
    static int watched() {
        return watched.get();
    }

    private static synchronized void tell(String line) {
        if (!tried) {
            tried = true;
            guard = start();
        }
        OutputStream to = guard;
        if (to == null) {
            return;
        }
        try {
            to.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            to.flush();
        } catch (IOException gone) {
            guard = null;
        }
    }

    private static @Nullable OutputStream start() {
        ProcessBuilder shell = new ProcessBuilder(List.of("/bin/sh", "-c", SCRIPT))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            return shell.start().getOutputStream();
        } catch (IOException noShell) {
            return null;
        }
    }
}

package dev.plumbline.terraform;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Ends our Terraform runs when we are killed without warning. Terraform does not notice that its parent is gone, and a
 * plan whose AWS died with us would go on trying for half a minute. A small shell holds the numbers of the runs and reads
 * from a pipe of ours; when the pipe closes, it asks them to stop, twice (at the second time Terraform ends at once and
 * its providers with it), and then kills what is left.
 */
final class OrphanGuard {
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

    private static @Nullable OutputStream guard;
    private static boolean tried;
    private static final AtomicInteger watched = new AtomicInteger();

    private OrphanGuard() {}

    /** A run under guard; closing it says that the run has ended. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /** Starts the shell if it does not run yet: before a child is started, so that no moment is left unguarded. */
    static synchronized void stand() {
        if (!tried) {
            tried = true;
            guard = start();
        }
    }

    /** Guards a process from now on. Where there is no shell, it goes unguarded. */
    static Watch watch(long pid) {
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
        stand();
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

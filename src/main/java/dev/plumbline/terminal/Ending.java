package dev.plumbline.terminal;

import dev.plumbline.terraform.ChildProcess;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Ends a command of the learner's, with all that it started, when their terminal goes. First in the way of Ctrl-C, which
 * the terminal sends to all of them as well: Terraform then has its providers stop, and writes what they have created into
 * the state; a provider heeds no SIGINT of its own. Who takes too long over it is ended by force.
 */
final class Ending {
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(2);
    private static final long LOOK_MILLIS = 50;

    private final Set<ProcessHandle> all = new LinkedHashSet<>();

    private Ending() {}

    /**
     * Ends it, and comes back when nothing of it runs any more.
     *
     * @param patience how long it may take over Ctrl-C
     */
    static void of(Process command, Duration patience) throws InterruptedException {
        Ending ending = new Ending();
        ending.all.add(command.toHandle());
        ending.inTurn(ChildProcess.interrupt(ending.running()) ? patience : Duration.ZERO);
    }

    private void inTurn(Duration patience) throws InterruptedException {
        // Each of them gets it once, for at the second time Terraform stops dead. A shell may go on to its next
        // command,
        // and may as well be gone before the command that it waits for.
        await(patience, () -> ChildProcess.interrupt(newcomers()));
        newcomers();
        all.forEach(ProcessHandle::destroy);
        await(LAST_PATIENCE, this::newcomers);
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private void await(Duration patience, Runnable meanwhile) throws InterruptedException {
        long begin = System.nanoTime();
        while (!running().isEmpty() && System.nanoTime() - begin < patience.toNanos()) {
            meanwhile.run();
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private List<ProcessHandle> running() {
        return all.stream().filter(ProcessHandle::isAlive).toList();
    }

    /** Those that they have started since the last look. */
    private List<ProcessHandle> newcomers() {
        return running().stream()
                .flatMap(ProcessHandle::descendants)
                .filter(all::add)
                .toList();
    }
}

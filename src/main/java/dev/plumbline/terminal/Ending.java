package dev.plumbline.terminal;

import dev.plumbline.terraform.ChildProcess;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Ends a command of the learner's, with all that it started, when their terminal goes. First in the way of Ctrl-C, which
 * the terminal sends to all of them as well: Terraform then has its providers stop, and writes what they have created into
 * the state; a provider heeds no SIGINT of its own. Who takes too long over it is ended by force.
 */
final class Ending {
    /** Terraform takes a second or two; what it waits for at a real AWS may take longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** An editor or a pager heeds no Ctrl-C, and has nothing to tell anybody. */
    private static final Duration LITTLE_PATIENCE = Duration.ofMillis(1200);

    private static final Duration LAST_PATIENCE = Duration.ofSeconds(2);
    private static final long LOOK_MILLIS = 50;
    private static final Set<String> TERRAFORM = Set.of("terraform", "tofu");

    private final Set<ProcessHandle> all = new LinkedHashSet<>();

    private Ending() {}

    /** Ends it, and comes back when nothing of it runs any more. */
    static void of(Process command) throws InterruptedException {
        Ending ending = new Ending();
        ending.all.add(command.toHandle());
        ending.inTurn(ChildProcess.interrupt(ending.running()));
    }

    private void inTurn(boolean heard) throws InterruptedException {
        // Each of them gets it once, for at the second time Terraform stops dead. A shell may go on to its next
        // command,
        // and may as well be gone before the command that it waits for.
        await(heard ? this::patience : () -> Duration.ZERO, () -> ChildProcess.interrupt(newcomers()));
        newcomers();
        all.forEach(ProcessHandle::destroy);
        await(() -> LAST_PATIENCE, this::newcomers);
        all.forEach(ProcessHandle::destroyForcibly);
    }

    /** How long what runs may take over Ctrl-C in all. */
    private Duration patience() {
        return running().stream().anyMatch(Ending::writesState) ? PATIENCE : LITTLE_PATIENCE;
    }

    /** Whether it is Terraform, a provider of its, or a script in place of it. */
    private static boolean writesState(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        String[] words = info.arguments().orElse(new String[0]);
        return info.command().filter(Ending::isTerraform).isPresent() || (words.length > 0 && isTerraform(words[0]));
    }

    private static boolean isTerraform(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return TERRAFORM.contains(name) || name.startsWith("terraform-provider-");
    }

    private void await(Supplier<Duration> patience, Runnable meanwhile) throws InterruptedException {
        long begin = System.nanoTime();
        while (!running().isEmpty()
                && System.nanoTime() - begin < patience.get().toNanos()) {
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

package dev.plumbline.pty;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.impl.jni.JniNativePty;
import org.jline.terminal.impl.jni.JniTerminalProvider;

/**
 * A program in a pseudo-terminal of its own, as a person would run it: the operating system's line discipline and signals
 * are the real ones, and an emulated screen shows what they would see.
 */
public final class PtyProgram implements AutoCloseable {
    private static final int AT_ONCE = 256;

    /**
     * Leads the session, as a person's shell would, and outlives the program: once a leader ends, the kernel throws away
     * what nobody has read yet and sets the terminal's modes anew, and nobody could see what the program left behind.
     */
    private static final String LEADER = "trap : HUP INT QUIT TERM; \"$@\"; echo $? >\"$0\"; printf '"
            + Screen.END.chars().mapToObj("\\%03o"::formatted).collect(Collectors.joining()) + "'; exec sleep 3600";

    private final JniNativePty pty;
    private final OutputStream keys;
    private final Screen screen;
    private final Attributes before;
    private final Process leader;
    private final ProcessHandle program;
    private final Path exit;
    private final Thread pump;

    private PtyProgram(JniNativePty pty, Attributes before, Screen screen, Process leader, Path exit)
            throws IOException {
        this.pty = pty;
        this.before = before;
        this.leader = leader;
        this.program = onlyChild(leader, exit);
        this.exit = exit;
        this.keys = pty.getMasterOutput();
        this.screen = screen;
        this.pump = new Thread(this::pump, "pty-screen");
        pump.setDaemon(true);
        pump.start();
    }

    /** Whether this machine can do it: a POSIX system with util-linux's {@code setsid}. */
    public static boolean possible() {
        return System.getProperty("os.name", "").equals("Linux")
                && List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "setsid")));
    }

    /**
     * Starts it with the terminal as its controlling one.
     *
     * @param environment the whole of it
     */
    public static PtyProgram start(
            int columns, int rows, Path directory, Map<String, String> environment, List<String> words)
            throws IOException {
        JniNativePty pty = (JniNativePty) new JniTerminalProvider().open(null, new Size(columns, rows));
        Path slave = Path.of(pty.getName());
        Path exit = Files.createTempFile("plumbline-pty-", ".exit");
        List<String> all =
                new ArrayList<>(List.of("setsid", "--ctty", "--wait", "/bin/sh", "-c", LEADER, exit.toString()));
        all.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(all)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(slave.toFile())
                .redirectOutput(slave.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Attributes before = pty.getAttr();
        return new PtyProgram(pty, before, new Screen(columns, rows), builder.start(), exit);
    }

    /** The program, or the leader if the program has ended already. */
    private static ProcessHandle onlyChild(Process leader, Path exit) throws IOException {
        Optional<ProcessHandle> child = Optional.empty();
        while (child.isEmpty() && leader.isAlive() && Files.size(exit) == 0) {
            child = leader.children().findFirst();
        }
        return child.orElse(leader.toHandle());
    }

    private void pump() {
        try (InputStream out = pty.getMasterInput()) {
            byte[] buffer = new byte[8192];
            for (int n = out.read(buffer); n >= 0; n = out.read(buffer)) {
                String answer = screen.write(buffer, n);
                if (!answer.isEmpty()) {
                    type(answer);
                }
            }
        } catch (IOException gone) {
            screen.ended(); // the last process of the terminal has closed it
        }
    }

    /** Presses keys. Once the program has ended nobody takes them any more, and a terminal holds only so many. */
    public void type(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        synchronized (keys) {
            for (int from = 0; from < bytes.length && running(); from += AT_ONCE) {
                keys.write(bytes, from, Math.min(AT_ONCE, bytes.length - from));
                keys.flush();
            }
        }
    }

    /** Types a line. */
    public void enter(String line) throws IOException {
        type(line + "\r");
    }

    /** Another size of the window; the program gets SIGWINCH. */
    public void resize(int columns, int rows) throws IOException {
        screen.resize(columns, rows);
        pty.setSize(new Size(columns, rows));
    }

    /** What is on the screen. */
    public Screen screen() {
        return screen;
    }

    /** Waits until the screen shows a text; fails with the screen if it does not. */
    public void await(String part, Duration patience) throws InterruptedException {
        screen.await(text -> text.contains(part), '"' + part + '"', patience);
    }

    /** Waits until the screen is as wanted. */
    public void await(Predicate<String> wanted, String words, Duration patience) throws InterruptedException {
        screen.await(wanted, words, patience);
    }

    /** Whether it still runs. */
    public boolean running() {
        return program.isAlive() && !screen.hasEnded();
    }

    /** The exit code, or a failure if it has not ended in time; all that it wrote is on the screen then. */
    public int exit(Duration patience) throws InterruptedException, IOException {
        if (!screen.awaitEnd(patience)) {
            throw new AssertionError("still running:\n" + screen.text());
        }
        return Integer.parseInt(Files.readString(exit).strip());
    }

    /** The program itself. */
    public ProcessHandle program() {
        return program;
    }

    /** As where the window is closed: all that run in it get SIGHUP. */
    public void hangup() throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -HUP -" + leader.pid()).start().waitFor();
    }

    /** Whether the terminal's modes are those that the program found. */
    public boolean modesRestored() throws IOException {
        Attributes now = pty.getAttr();
        return now.getLocalFlags().equals(before.getLocalFlags())
                && now.getInputFlags().equals(before.getInputFlags())
                && now.getOutputFlags().equals(before.getOutputFlags());
    }

    @Override
    public void close() throws IOException {
        leader.descendants().forEach(ProcessHandle::destroyForcibly);
        leader.destroyForcibly();
        pty.close();
        Files.deleteIfExists(exit);
    }
}

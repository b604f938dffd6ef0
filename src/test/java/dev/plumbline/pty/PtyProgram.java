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
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.impl.jni.JniNativePty;
import org.jline.terminal.impl.jni.JniTerminalProvider;

/**
 * A program in a pseudo-terminal of its own, as a person would run it: the operating system's line discipline and signals
 * are the real ones, and an emulated screen shows what they would see.
 */
public final class PtyProgram implements AutoCloseable {
    private static final long SECOND_MILLIS = 1000;
    private static final int AT_ONCE = 256;

    private final JniNativePty pty;
    private final OutputStream keys;
    private final Screen screen;
    private final Attributes before;
    private final Process process;
    private final Thread pump;

    private PtyProgram(JniNativePty pty, Screen screen, Process process) throws IOException {
        this.pty = pty;
        this.keys = pty.getMasterOutput();
        this.screen = screen;
        this.before = pty.getAttr();
        this.process = process;
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
        List<String> all = new ArrayList<>(List.of("setsid", "--ctty", "--wait"));
        all.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(all)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(slave.toFile())
                .redirectOutput(slave.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new PtyProgram(pty, new Screen(columns, rows), builder.start());
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
            for (int from = 0; from < bytes.length && process.isAlive(); from += AT_ONCE) {
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
        return process.isAlive();
    }

    /** The exit code, or a failure if it has not ended in time. */
    public int exit(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("still running:\n" + screen.text());
        }
        pump.join(SECOND_MILLIS); // what it wrote last is still on its way to the screen
        return process.exitValue();
    }

    /** The program itself: a process that leads no group, as this one when it starts, is not forked by setsid. */
    public ProcessHandle program() {
        return process.toHandle();
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
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        pty.close();
    }
}

package dev.plumbline.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of its own that holds a link to a workspace until its input ends or it is killed. */
final class EndpointProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;
    private final URI endpoint;
    private final boolean serving;

    private EndpointProcess(Process process) throws IOException {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        if (line == null || !line.contains(" ")) {
            throw new IOException("the child said " + line);
        }
        this.endpoint = URI.create(line.substring(0, line.indexOf(' ')));
        this.serving = Boolean.parseBoolean(line.substring(line.indexOf(' ') + 1));
    }

    /** What the child runs. */
    public static void main(String[] arguments) throws IOException {
        try (SandboxLink link = SandboxLink.open(Path.of(arguments[0]))) {
            System.out.println(link.endpoint() + " " + link.serving());
            System.out.flush();
            while (System.in.read() >= 0) {
                System.out.println(link.endpoint() + " " + link.serving());
            }
        }
    }

    static EndpointProcess start(Path plumblineDir) throws IOException {
        return start(plumblineDir, List.of());
    }

    /** With words before the java command, such as a shell that limits what it may write. */
    static EndpointProcess start(Path plumblineDir, List<String> before) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                EndpointProcess.class.getName(),
                plumblineDir.toString()));
        return new EndpointProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    Api api() {
        return new Api(endpoint, "test", "us-east-1");
    }

    URI endpoint() {
        return endpoint;
    }

    boolean wasServing() {
        return serving;
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }
}

package dev.plumbline.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The real program in a folder, with exactly an environment. */
record Terraform(Path folder, Map<String, String> environment) {
    private static final int LIMIT_SECONDS = 180;

    /** What a command left. Standard error is part of the output. */
    record Result(int exitCode, String output) {}

    /** The same, attached to a lease's provider. */
    Terraform attachedTo(Lease lease) {
        Map<String, String> attached = new TreeMap<>(environment);
        attached.putAll(lease.variables());
        return new Terraform(folder, attached);
    }

    Result run(String... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile("terraform", ".out");
        try {
            Process process = start(output, arguments);
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IOException("terraform " + String.join(" ", arguments) + " takes too long");
            }
            return new Result(process.exitValue(), Files.readString(output, StandardCharsets.ISO_8859_1));
        } finally {
            Files.delete(output);
        }
    }

    Process start(Path output, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("terraform"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        return process;
    }
}

package dev.plumbline.corpus;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/** The program under test, run as a child process: a black box behind its command line. */
final class LabCommand implements GraderUnderTest {
    private static final String LAB = "kinesis-stream";
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final List<String> launcher;
    private final Semaphore slots;

    /**
     * @param launcher the program and its first arguments
     * @param atOnce how many may run at the same time: each keeps a processor busy
     */
    LabCommand(List<String> launcher, int atOnce) {
        this.launcher = launcher;
        this.slots = new Semaphore(atOnce);
    }

    /** The program as it is compiled now, from this process's class path without the tests. */
    static LabCommand compiled(Path project, int atOnce) {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new LabCommand(
                List.of(
                        java.toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-Dplumbline.home=" + project,
                        "-cp",
                        classPath,
                        "dev.plumbline.cli.Main"),
                atOnce);
    }

    /** Starts a learner's commands in {@code lab shell}; an AWS that is not the workspace's own has to be named. */
    TerraformLaunch shell(CorpusCase work, Path workspace, String endpoint) {
        List<String> prefix = new ArrayList<>(launcher);
        prefix.addAll(List.of("shell", LAB, "--dir", workspace.toString()));
        if (!work.server().embeddedDuringSetup()) {
            prefix.addAll(List.of("--aws", endpoint));
        }
        prefix.add("--");
        return new TerraformLaunch(prefix, workspace);
    }

    /** Grades the workspace of a case. */
    @Override
    public LabReport check(CorpusCase work, Prepared prepared, Path logs) throws IOException, InterruptedException {
        if (work.server().embeddedWhenGraded()) {
            return check(prepared, work.environment(), null, List.of(), logs);
        }
        try (AwsUnderTest aws = AwsUnderTest.notEmbedded(work.server())) {
            return check(prepared, work.environment(), aws.url(), List.of("--aws", aws.url()), logs);
        }
    }

    private LabReport check(
            Prepared prepared,
            Map<String, String> own,
            @org.jspecify.annotations.Nullable String endpoint,
            List<String> more,
            Path logs)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(
                List.of("check", LAB, "--dir", prepared.workspace().toString()));
        arguments.addAll(more);
        arguments.addAll(List.of("--format", "json"));
        Path report = logs.resolve("report.json");
        Path errors = logs.resolve("check-errors.txt");
        int exit = run(prepared, arguments, LearnerShell.environment(own, endpoint), report, errors);
        try {
            return LabReport.parse(exit, Files.readString(report));
        } catch (IOException noReport) {
            throw new IOException(noReport.getMessage() + ", exit " + exit + ": " + lastLine(errors), noReport);
        }
    }

    /** Applies the edit that is offered now, if one is. */
    @Override
    public void fix(CorpusCase work, Prepared prepared, Path logs) throws IOException, InterruptedException {
        run(
                prepared,
                List.of("fix", LAB, "--dir", prepared.workspace().toString(), "--apply"),
                LearnerShell.environment(work.environment(), null),
                logs.resolve("fix.txt"),
                logs.resolve("fix-errors.txt"));
    }

    /** What a command prints on standard output. */
    String output(CorpusCase work, Prepared prepared, List<String> arguments, Path logs)
            throws IOException, InterruptedException {
        Path printed = logs.resolve(arguments.get(0) + ".txt");
        run(
                prepared,
                arguments,
                LearnerShell.environment(work.environment(), null),
                printed,
                logs.resolve("errors.txt"));
        return Files.readString(printed);
    }

    private int run(
            Prepared prepared, List<String> arguments, Map<String, String> environment, Path output, Path errors)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(launcher);
        command.addAll(arguments);
        slots.acquire();
        try {
            return new Program(command, prepared.home(), environment, null).run(output, errors, LIMIT);
        } finally {
            slots.release();
        }
    }

    private static String lastLine(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .toList();
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }
}

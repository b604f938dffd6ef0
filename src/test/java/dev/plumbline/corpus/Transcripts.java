package dev.plumbline.corpus;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * The command behind {@code .ci/transcripts}: plays the cases of a folder from the learner's screen to the repaired work,
 * with the program as it is compiled now and the real Terraform, and writes one Markdown file for each.
 */
public final class Transcripts {
    private static final String LAB = "kinesis-stream";
    private static final int AT_ONCE = 3;

    private final LabCommand lab;
    private final Preparation preparation;
    private final Path scratch;

    private Transcripts(Path home, Path scratch) {
        this.lab = LabCommand.compiled(home, AT_ONCE);
        this.preparation = new Preparation(scratch, lab::shell);
        this.scratch = scratch;
    }

    /** Arguments: the cases, the folder for the transcripts, a folder for the workspaces. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        if (arguments.length != 3) {
            System.err.println("usage: .ci/transcripts [CASES_DIR OUT_DIR SCRATCH_DIR]");
            System.exit(2);
        }
        Path home = Path.of(System.getProperty("plumbline.home", "")).toAbsolutePath();
        Transcripts transcripts = new Transcripts(home, Path.of(arguments[2]).toAbsolutePath());
        Path out = Files.createDirectories(Path.of(arguments[1]));
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Path>> files = new ArrayList<>();
            for (CorpusCase work : CorpusReader.read(Path.of(arguments[0]).toAbsolutePath())) {
                files.add(threads.submit(
                        () -> Files.writeString(out.resolve(work.name() + ".md"), transcripts.play(work))));
            }
            for (Future<Path> file : files) {
                System.err.println(file.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private String play(CorpusCase work) throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder();
        String title = new ObjectMapper()
                .readTree(work.folder().resolve("case.json").toFile())
                .path("title")
                .asText();
        Path logs = Files.createDirectories(scratch.resolve("logs").resolve(work.name()));
        Prepared before = preparation.of(work).copyTo(scratch.resolve("played").resolve(work.name()));
        text.append("# ")
                .append(title)
                .append("\n\n## Before\n\n`main.tf`:\n\n")
                .append(main(before));
        if (!work.setup().isEmpty()) {
            text.append("What was run: ")
                    .append(work.setup().stream()
                            .map(step -> "`" + words(step) + "`")
                            .collect(Collectors.joining(", ")))
                    .append(".\n\n");
        }
        text.append(shown(work, before, logs, "check"));
        List<String> steps = Objects.requireNonNull(work.fix()).steps();
        text.append(shown(work, before, logs, "fix"));
        text.append("## The way out\n\n");
        Prepared after = before;
        if (work.fixIsAnEdit()) {
            text.append(shown(work, before, logs, "fix", "--apply"));
            text.append("`main.tf` now:\n\n").append(main(before));
            text.append("Then ")
                    .append(steps.stream().map(step -> "`" + words(step) + "`").collect(Collectors.joining(" and ")))
                    .append(".\n\n");
            after = preparation.after(work, before, steps);
        } else {
            for (String step : steps) {
                List<String> command = new ArrayList<>(
                        List.of("shell", LAB, "--dir", before.workspace().toString(), "--"));
                command.addAll(List.of(words(step).split(" ", -1)));
                text.append(block(words(step), lab.output(work, before, command, logs), before));
            }
        }
        Prepared last = after.copyTo(scratch.resolve("after").resolve(work.name()));
        return text.append("## After\n\n")
                        .append(shown(work, last, logs, "check"))
                        .toString()
                        .stripTrailing() + "\n";
    }

    private String shown(CorpusCase work, Prepared prepared, Path logs, String verb, String... options)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(verb, LAB, "--dir", prepared.workspace().toString()));
        command.addAll(List.of(options));
        String typed = "lab " + verb + " " + LAB + (options.length == 0 ? "" : " " + String.join(" ", options));
        return block(typed, lab.output(work, prepared, command, logs), prepared);
    }

    private static String block(String typed, String printed, Prepared prepared) {
        String plain = printed.replaceAll("\u001B\\[[0-9;]*m", "")
                .replace(prepared.workspace().toString(), "~/terraform");
        return "```\n$ " + typed + "\n" + plain.strip() + "\n```\n\n";
    }

    private static String main(Prepared prepared) throws IOException {
        return "```hcl\n"
                + Files.readString(prepared.workspace().resolve("main.tf")).strip() + "\n```\n\n";
    }

    private static String words(String step) {
        if (step.startsWith("tf:")) {
            return "terraform " + step.substring(3);
        }
        return step.startsWith("edit:") ? step.replaceFirst(":(.*)<-.*", " $1") : "terraform " + step;
    }
}

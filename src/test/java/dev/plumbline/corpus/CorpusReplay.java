package dev.plumbline.corpus;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The command behind {@code .ci/replay}: replays a corpus and prints the table. */
public final class CorpusReplay {
    /** How many graders at once: each is a JVM, a terraform and a provider. */
    private static final int GRADERS_AT_ONCE =
            Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));

    private CorpusReplay() {}

    /** Exits with 0 where everything is right, 1 where something is not, 2 where the arguments are wrong. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ReplayOptions options;
        try {
            options = ReplayOptions.parse(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
            return;
        }
        System.exit(run(options) ? 0 : 1);
    }

    private static boolean run(ReplayOptions options) throws IOException, InterruptedException {
        List<CorpusCase> cases = CorpusReader.read(options.corpus()).stream()
                .filter(work -> options.includes(work.name()))
                .toList();
        Path home = Path.of(System.getProperty("plumbline.home", "")).toAbsolutePath();
        LabCommand lab = LabCommand.compiled(home, GRADERS_AT_ONCE);
        Preparation preparation =
                new Preparation(options.cache(), options.shell() ? lab::shell : Preparation.Launcher.PLAIN);
        List<Row> rows;
        try (InProcess parts = new InProcess(home, GRADERS_AT_ONCE)) {
            GraderUnderTest grader = options.inside() ? parts : lab;
            rows = new Replay(options.cache(), preparation, grader, !options.prepareOnly(), work -> options.fix())
                    .run(cases, options.jobs(), CorpusReplay::say);
        }
        System.out.print(options.prepareOnly() ? ReplayTable.complaints(rows) : ReplayTable.render(rows));
        if (options.json() != null) {
            writeJson(rows, options.json());
        }
        return !rows.isEmpty() && rows.stream().allMatch(Row::right);
    }

    private static void say(Row row) {
        System.err.printf(
                "%s %s (prepared in %.1f s, graded in %.1f s)%n",
                row.right() ? "right" : "WRONG",
                row.work().name(),
                row.prepareMillis() / 1000.0,
                row.gradeMillis() / 1000.0);
    }

    private static void writeJson(List<Row> rows, Path file) throws IOException {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Row row : rows) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("case", row.work().name());
            one.put("right", row.right());
            one.put("complaints", row.complaints());
            Judgement judgement = row.judgement();
            if (judgement != null) {
                one.put("verdict", judgement.report().verdict());
                one.put("stage", judgement.report().stage());
                one.put("requirements", judgement.report().statuses());
                one.put("diagnoses", judgement.report().diagnoses());
            }
            if (row.proof() != null) {
                one.put("fixProven", Objects.requireNonNull(row.proof()).proven());
            }
            one.put("prepareMillis", row.prepareMillis());
            one.put("gradeMillis", row.gradeMillis());
            all.add(one);
        }
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), all);
    }
}

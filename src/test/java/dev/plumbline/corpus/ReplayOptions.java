package dev.plumbline.corpus;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import org.jspecify.annotations.Nullable;

/**
 * What the replay is asked to do.
 *
 * @param corpus the folder of cases
 * @param only a glob that the case's name must match
 * @param jobs how many cases are under way at once: mostly they wait
 * @param fix whether the offered fixes are proven too
 * @param shell whether the learners' commands go through {@code lab shell} (give it a cache of its own)
 * @param inside whether to grade in this process: the same judgement for a tenth of the work
 * @param prepareOnly whether to stop once the workspaces are prepared
 * @param cache where prepared workspaces are kept; outside the repository
 * @param json where the rows are written as JSON; null for nowhere
 */
record ReplayOptions(
        Path corpus,
        String only,
        int jobs,
        boolean fix,
        boolean shell,
        boolean inside,
        boolean prepareOnly,
        Path cache,
        @Nullable Path json) {

    static final String USAGE =
            "usage: .ci/replay CORPUS_DIR [--only GLOB] [--jobs N] [--fix] [--shell] [--inside] [--prepare] [--cache DIR] [--json FILE]";

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException with the usage, where it is not understood
     */
    static ReplayOptions parse(String[] arguments) {
        Path corpus = null;
        String only = "*";
        int jobs = 6;
        boolean fix = false;
        boolean shell = false;
        boolean inside = false;
        boolean prepareOnly = false;
        Path cache = usualCache();
        Path json = null;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--only" -> only = value(arguments, ++i);
                case "--jobs" -> jobs = Integer.parseInt(value(arguments, ++i));
                case "--fix" -> fix = true;
                case "--shell" -> shell = true;
                case "--inside" -> inside = true;
                case "--prepare" -> prepareOnly = true;
                case "--cache" -> cache = Path.of(value(arguments, ++i)).toAbsolutePath();
                case "--json" -> json = Path.of(value(arguments, ++i));
                default -> {
                    if (corpus != null || arguments[i].startsWith("-")) {
                        throw new IllegalArgumentException("not understood: " + arguments[i] + "\n" + USAGE);
                    }
                    corpus = Path.of(arguments[i]).toAbsolutePath();
                }
            }
        }
        if (corpus == null) {
            throw new IllegalArgumentException(USAGE);
        }
        return new ReplayOptions(corpus, only, jobs, fix, shell, inside, prepareOnly, cache, json);
    }

    /** Where prepared workspaces are kept unless another place is named. */
    static Path usualCache() {
        return Path.of(System.getProperty("java.io.tmpdir"), "plumbline-replay");
    }

    /** Whether a case of this name is asked for. */
    boolean includes(String name) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + only);
        return matcher.matches(Path.of(name));
    }

    private static String value(String[] arguments, int at) {
        if (at >= arguments.length) {
            throw new IllegalArgumentException("a value is missing at the end\n" + USAGE);
        }
        return arguments[at];
    }
}

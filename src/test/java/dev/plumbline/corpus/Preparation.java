package dev.plumbline.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings workspaces to where the learner left them, and keeps them: the real commands take 20 s and more, so a workspace
 * is prepared again only when its case or its steps changed.
 *
 * <p>Each lies in a place of its own that never changes ({@code prepared/NAME/home/terraform}), with what the commands
 * printed beside it ({@code prepared/NAME/log}).
 */
final class Preparation {
    private static final String READY = "ready.txt";

    private final Path cache;
    private final Launcher launcher;

    /**
     * @param cache where workspaces are kept
     * @param launcher how the learner's commands are started
     */
    Preparation(Path cache, Launcher launcher) {
        this.cache = cache;
        this.launcher = launcher;
    }

    /** Chooses how the Terraform commands of a case are started. */
    @FunctionalInterface
    interface Launcher {
        /** The start of commands in a workspace, with AWS at the endpoint. */
        TerraformLaunch launch(CorpusCase work, Path workspace, String endpoint);

        /** Terraform as it is. */
        Launcher PLAIN = (work, workspace, endpoint) -> TerraformLaunch.plain(workspace);
    }

    /** Fills a home folder and runs what has to be run in it. */
    @FunctionalInterface
    private interface Filling {
        void fill(Prepared prepared, Path logs) throws IOException, InterruptedException;
    }

    /** The case's workspace after its setup. */
    Prepared of(CorpusCase work) throws IOException, InterruptedException {
        List<String> recipe = new ArrayList<>(work.setup());
        recipe.add(work.environment().toString());
        recipe.add(work.server().toString());
        return ready(
                cache.resolve("prepared").resolve(work.name()),
                Trees.fingerprint(recipe, work.folder(), name -> isAboutTheCase(name) && !isSource(name)),
                (prepared, logs) -> {
                    Files.createDirectories(prepared.workspace());
                    Trees.copy(work.folder(), prepared.workspace(), Preparation::isAboutTheCase);
                    Path parent = work.folder().resolve("_parent");
                    if (Files.isDirectory(parent)) {
                        Trees.copy(parent, prepared.home(), name -> false);
                    }
                    run(work, prepared, work.setup(), logs);
                });
    }

    /**
     * A workspace some steps further on. The start is not altered.
     *
     * @param start the workspace before the steps
     */
    Prepared after(CorpusCase work, Prepared start, List<String> steps) throws IOException, InterruptedException {
        List<String> recipe = new ArrayList<>(steps);
        recipe.add(
                Files.readString(cache.resolve("prepared").resolve(work.name()).resolve(READY)));
        return ready(
                cache.resolve("fixed").resolve(work.name()),
                Trees.fingerprint(
                        recipe, start.workspace(), name -> name.equals(".plumbline") || name.equals(".terraform")),
                (prepared, logs) -> {
                    start.copyTo(prepared.home());
                    run(work, prepared, steps, logs);
                });
    }

    private static Prepared ready(Path place, String fingerprint, Filling filling)
            throws IOException, InterruptedException {
        Prepared prepared = new Prepared(place.resolve("home"));
        Path ready = place.resolve(READY);
        if (Files.exists(ready) && Files.readString(ready).equals(fingerprint)) {
            return prepared;
        }
        Trees.delete(place);
        Path logs = Files.createDirectories(place.resolve("log"));
        filling.fill(prepared, logs);
        Files.writeString(ready, fingerprint);
        return prepared;
    }

    private void run(CorpusCase work, Prepared prepared, List<String> steps, Path logs)
            throws IOException, InterruptedException {
        if (steps.isEmpty()) {
            return;
        }
        try (AwsUnderTest aws = AwsUnderTest.duringSetup(work.server(), prepared.workspace())) {
            TerraformLaunch launch = launcher.launch(work, prepared.workspace(), aws.url());
            new StepRunner(work.folder(), work.environment(), aws.url(), launch, logs).run(prepared.workspace(), steps);
        }
    }

    /** Files of a case's folder that are no part of the learner's workspace. */
    private static boolean isAboutTheCase(String name) {
        return name.startsWith("_") || name.equals("case.json") || name.equals("EXPECT.txt");
    }

    /** Files that the setup takes from. */
    private static boolean isSource(String name) {
        return name.equals("_edits") || name.equals("_parent");
    }
}

package dev.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Goes through what people run most, so that the launcher can archive the classes that takes: it makes a first {@code lab
 * check} about a second shorter. Started by the launcher only, with what it prints thrown away.
 */
final class Rehearsal {
    /** Without a provider or a network a check may have to wait; what was loaded until then is archived all the same. */
    private static final long PATIENCE_SECONDS = 30;

    private Rehearsal() {}

    public static void main(String[] args) throws InterruptedException, IOException {
        String folder =
                Files.createDirectories(Path.of(args[0]).resolve("workspace")).toString();
        Thread play = new Thread(() -> play(folder), "rehearsal");
        play.setDaemon(true);
        play.start();
        play.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        System.exit(0);
    }

    private static void play(String folder) {
        Main.run("list");
        Main.run("--help");
        Main.run("check", "kinesis-stream", "--dir", folder);
        Main.run("check", "kinesis-stream", "--dir", folder, "--format", "json");
    }
}

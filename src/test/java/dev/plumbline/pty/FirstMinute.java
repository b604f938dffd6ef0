package dev.plumbline.pty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Plays a learner's first minute with the packed program and writes what they saw to {@code docs/first-minute.md}. */
public final class FirstMinute {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String WRITE_UP =
            """
            provider "aws" {
              region = "us-east-1"
            }

            resource "aws_kinesis_stream" "datacenter_stream_resource" {
              name        = "datacenter-stream"
              stream_mode = "ON_DEMAND"
            }
            """;

    private final StringBuilder page = new StringBuilder();
    private final long begin = System.nanoTime();

    private FirstMinute() {}

    /** The file to write. */
    public static void main(String[] args) throws Exception {
        Path home = Files.createTempDirectory("plumbline-first-minute-");
        new FirstMinute().play(home, Path.of(args[0]));
    }

    private void play(Path home, Path to) throws IOException, InterruptedException {
        page.append(
                """
                # The first minute

                What a learner sees, captured from the packed program in a terminal of 80 by 24 with real Terraform and
                the built-in AWS. Written by `.ci/first-minute`; nothing in it is typed by hand.
                """);
        try (PtyProgram lab = LabProgram.start(
                80, 24, home, LabProgram.environment(), "start", "kinesis-stream", "--dir", "kinesis")) {
            lab.await("Next:", PATIENCE);
            scene(lab, "`./lab start kinesis-stream`: the task in short, what is checked, and the one next step");

            Files.writeString(home.resolve("kinesis").resolve("main.tf"), WRITE_UP);
            lab.await("1 of 5 met", PATIENCE);
            lab.await(text -> text.contains("AWS ") && text.contains("Next: mend"), "the whole answer", PATIENCE);
            scene(lab, "The widely copied write-up is pasted into `main.tf` and saved: its mistake, named");

            lab.enter("fix --apply");
            lab.await("terraform init", PATIENCE);
            scene(lab, "`fix --apply` makes the smallest edit that helps");

            lab.enter("terraform init");
            lab.await("stage: initialised", PATIENCE);
            lab.enter("terraform apply");
            lab.await("Enter a value:", PATIENCE);
            scene(lab, "`terraform apply` is the real thing, its question included");

            lab.enter("yes");
            lab.await("stage: applied", PATIENCE);
            scene(lab, "Twenty seconds later, which are the provider's own");

            lab.enter("terraform plan");
            lab.await("stage: verified", PATIENCE);
            scene(lab, "The last plan, so often forgotten");
            lab.enter("quit");
            lab.exit(PATIENCE);
        }
        Files.writeString(to, page.toString().replace(home.toString(), "~"));
    }

    private void scene(PtyProgram lab, String title) throws InterruptedException {
        lab.screen().awaitPicture(text -> true, "a moment of quiet", PATIENCE);
        page.append(String.format(Locale.ROOT, "%n## %s%n%n", title))
                .append(String.format(Locale.ROOT, "After %d s:%n%n", (System.nanoTime() - begin) / 1_000_000_000))
                .append("```text\n")
                .append(lab.screen().text())
                .append("```\n");
    }
}

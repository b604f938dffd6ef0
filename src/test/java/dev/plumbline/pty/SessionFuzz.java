package dev.plumbline.pty;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Random keys, resizes and saves against the packed program, from a seed. After each burst the session has to answer a
 * plain question in time, and after each quit the terminal has to be as it was.
 *
 * <p>What is typed at random can run as a command of a shell: the program gets a PATH with nothing on it but Terraform, and
 * the letters are such that no file outside the working folder can be named.
 */
public final class SessionFuzz {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final List<String> LINES = List.of(
            "check",
            "hint",
            "task",
            "?",
            "read",
            "read concepts",
            "read pitfalls",
            "progress",
            "explain",
            "fix",
            "fix --apply",
            "fix --undo",
            "stream",
            "drill",
            "drill tag-drift",
            "solution",
            "terraform validate",
            "terraform",
            "terraform fmt",
            "cd ..",
            "cd",
            "yes",
            "no",
            "sleep 1",
            "reset",
            "hint region",
            "check");
    private static final List<String> KEYS = List.of(
            "\r",
            "\r",
            "\t",
            "\t\t",
            " ",
            "\u007f",
            "\u0001",
            "\u0003",
            "\u0004",
            "\u0005",
            "\u000b",
            "\f",
            "\u0012",
            "\u0015",
            "\u0017",
            "\u001a",
            "\u001b",
            "\u001b[A",
            "\u001b[B",
            "\u001b[C",
            "\u001b[D",
            "\u001b[5~",
            "\u001b[6~",
            "\u001b[H",
            "\u001b[F",
            "\u001b[3~",
            "\u001bb",
            "\u001bf",
            "\u001b[200~ab\ncd\u001b[201~",
            "\u001b[M !!",
            "\u001bOP",
            "é",
            "日本",
            "🙂",
            "\"",
            "'",
            "q",
            "n",
            "\u0000");
    private static final String PROVIDER = "provider \"aws\" {\n  region = \"us-east-1\"\n}\n";
    private static final String STREAM = "resource \"aws_kinesis_stream\" \"s\" {\n  name = \"datacenter-stream\"\n";
    private static final List<String> FILES = List.of(
            "",
            PROVIDER,
            STREAM,
            STREAM + "  stream_mode = \"ON_DEMAND\"\n}\n",
            PROVIDER + STREAM + "  stream_mode_details {\n    stream_mode = \"ON_DEMAND\"\n  }\n}\n",
            "\u0000\u0001\u001b[31mred",
            "}}}}{{{{",
            "# 日本 🙂 \u202e\n",
            "x".repeat(5000));

    private final Random random;
    private final Map<String, String> environment;

    private SessionFuzz(long seed, Path folder) throws IOException {
        this.random = new Random(seed);
        this.environment = new TreeMap<>(LabProgram.environment());
        Path bin = Files.createDirectories(folder.resolve("bin"));
        terraform().ifPresent(program -> link(bin.resolve("terraform"), program));
        environment.put("PATH", bin.toString());
    }

    private static java.util.Optional<Path> terraform() {
        return List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
                .map(entry -> Path.of(entry, "terraform"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void link(Path from, Path to) {
        try {
            if (!Files.exists(from)) {
                Files.createSymbolicLink(from, to);
            }
        } catch (IOException refused) {
            throw new java.io.UncheckedIOException(refused);
        }
    }

    /** {@code SECONDS [SEED]}. */
    public static void main(String[] args) throws Exception {
        Duration time = Duration.ofSeconds(Long.parseLong(args[0]));
        long seed = args.length > 1 ? Long.parseLong(args[1]) : System.currentTimeMillis() % 100_000;
        Path folder = Files.createTempDirectory("plumbline-fuzz-");
        System.out.println("seed " + seed + ", in " + folder);
        System.out.println(run(seed, folder, time) + " keys, saves and resizes; nothing broke");
    }

    /**
     * Plays for a while.
     *
     * @return how many things were done
     * @throws AssertionError if something broke, with the seed and the screen
     */
    public static int run(long seed, Path folder, Duration time) throws IOException, InterruptedException {
        SessionFuzz fuzz = new SessionFuzz(seed, folder);
        long end = System.nanoTime() + time.toNanos();
        int done = 0;
        int session = 0;
        while (System.nanoTime() < end) {
            String what = "seed " + seed + ", session " + session;
            try {
                done += fuzz.session(Files.createDirectories(folder.resolve("s" + session++)), end);
            } catch (AssertionError broke) {
                throw new AssertionError(what + ": " + broke.getMessage(), broke);
            }
        }
        return done;
    }

    private int session(Path directory, long end) throws IOException, InterruptedException {
        Path workspace = directory.resolve("w");
        int done = 0;
        try (PtyProgram lab =
                LabProgram.start(80, 24, directory, environment, "start", "kinesis-stream", "--dir", "w")) {
            lab.await("kinesis-stream ›", PATIENCE);
            int bursts = 3 + random.nextInt(10);
            for (int i = 0; i < bursts && System.nanoTime() < end; i++) {
                int length = 1 + random.nextInt(25);
                for (int k = 0; k < length && lab.running(); k++) {
                    act(lab, workspace);
                    done++;
                }
                if (!lab.running()) {
                    break;
                }
                settle(lab);
            }
            leave(lab);
        }
        return done;
    }

    private void act(PtyProgram lab, Path workspace) throws IOException {
        int dice = random.nextInt(100);
        if (dice < 45) {
            lab.type(KEYS.get(random.nextInt(KEYS.size())));
        } else if (dice < 60) {
            lab.type(Character.toString('a' + random.nextInt(26)));
        } else if (dice < 80) {
            lab.enter(LINES.get(random.nextInt(LINES.size())));
        } else if (dice < 90) {
            Files.write(
                    workspace.resolve(random.nextInt(8) == 0 ? "other.tf" : "main.tf"),
                    FILES.get(random.nextInt(FILES.size())).getBytes(StandardCharsets.UTF_8));
        } else if (dice < 92) {
            Files.deleteIfExists(workspace.resolve("other.tf"));
        } else {
            lab.resize(10 + random.nextInt(150), 3 + random.nextInt(50));
        }
    }

    /** Whatever is open is left, and then a plain question is answered. */
    private void settle(PtyProgram lab) throws IOException, InterruptedException {
        lab.resize(100, 30);
        String marker = "m" + random.nextInt(1_000_000);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (lab.running()) {
            // Ctrl-C ends what runs, a pager or a search, and gives up a line; "back" leaves the belt.
            lab.type("\u0003");
            pause(200);
            lab.type("\u0003");
            lab.enter("back");
            pause(200);
            lab.enter("echo " + marker + "-$((40 + 2))");
            for (int i = 0; i < 20 && lab.running(); i++) {
                if (lab.screen().raw().contains(marker + "-42")) {
                    checkNothingLeaked(lab);
                    return;
                }
                pause(100);
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        "the session no longer answers:\n" + lab.screen().text());
            }
        }
    }

    private static void checkNothingLeaked(PtyProgram lab) {
        String raw = lab.screen().raw();
        if (raw.contains("Exception in thread") || raw.contains("\tat dev.plumbline")) {
            throw new AssertionError(
                    "a stack trace on the screen:\n" + lab.screen().text());
        }
    }

    private void leave(PtyProgram lab) throws IOException, InterruptedException {
        boolean killed = random.nextInt(5) == 0;
        if (lab.running()) {
            if (killed) {
                lab.program().destroy();
            } else {
                for (int i = 0; i < 20 && lab.running(); i++) {
                    lab.type("\u0003");
                    pause(100);
                    lab.enter("quit"); // once for a drill, once for the lab
                    pause(700);
                }
            }
        }
        lab.exit(PATIENCE);
        checkNothingLeaked(lab);
        if (!lab.modesRestored()) {
            throw new AssertionError("the terminal's modes are not what they were" + (killed ? " after SIGTERM" : ""));
        }
        String raw = lab.screen().raw();
        if (raw.lastIndexOf("\u001b[?25l") > raw.lastIndexOf("\u001b[?25h")) {
            throw new AssertionError("the cursor is hidden");
        }
        if (raw.lastIndexOf("\u001b[?2004h") > raw.lastIndexOf("\u001b[?2004l")) {
            String end = raw.substring(Math.max(0, raw.length() - 200)).replace('\u001b', '␛');
            throw new AssertionError(
                    "bracketed paste is still on" + (killed ? " after SIGTERM" : " after quit") + ":\n" + end);
        }
    }

    /** People pause, and so does this: it is part of the load, nothing is synchronised by it. */
    private static void pause(long millis) throws InterruptedException {
        java.util.concurrent.TimeUnit.MILLISECONDS.sleep(millis);
    }
}

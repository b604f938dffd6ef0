package dev.plumbline.pty;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Random keys, resizes and saves against the packed program, from a seed. After each burst the session has to answer a
 * plain question in time, and after each quit the terminal has to be as it was.
 *
 * <p>What is typed at random can run as a command of a shell: the program gets a PATH with nothing on it but Terraform
 * and three programs that harm nothing, and the letters are such that no file outside the working folder can be named.
 */
public final class SessionFuzz {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long SESSIONS = 1_000_003;
    private static final int DONE = 0;

    /** A program with prompts and waits of its own, one that is quiet, one that takes the keys and one that ends no line. */
    private static final Duration DEAF = Duration.ofSeconds(60);

    private static final List<String> HARMLESS = List.of("terraform", "sleep", "cat", "printf");

    private static final List<String> NEVER =
            List.of("Exception in thread", "\tat dev.plumbline", "This is a bug in Plumbline");

    private Random random;
    private final Map<String, String> environment;
    private @Nullable Path finished;

    private SessionFuzz(long seed, Path folder) throws IOException {
        this.random = new Random(seed);
        this.environment = new TreeMap<>(LabProgram.environment());
        Path bin = Files.createDirectories(folder.resolve("bin"));
        for (String name : HARMLESS) {
            onPath(name).ifPresent(program -> link(bin.resolve(name), program));
        }
        environment.put("PATH", bin.toString());
    }

    private static java.util.Optional<Path> onPath(String name) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
                .map(entry -> Path.of(entry, name))
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
        System.out.println(run(seed, folder, time, true) + " keys, saves and resizes; nothing broke");
    }

    /**
     * Plays for a while.
     *
     * @return how many things were done
     * @throws AssertionError if something broke, with the seed and the screen
     */
    public static int run(long seed, Path folder, Duration time) throws IOException, InterruptedException {
        return run(seed, folder, time, false);
    }

    /**
     * Plays for a while.
     *
     * @param finished on finished exercises too, so that drills open and Terraform has something to change; makes one first
     */
    static int run(long seed, Path folder, Duration time, boolean finished) throws IOException, InterruptedException {
        SessionFuzz fuzz = new SessionFuzz(seed, folder);
        if (finished) {
            fuzz.finish(folder.resolve("finished"));
        }
        long end = System.nanoTime() + time.toNanos();
        int done = 0;
        int session = Integer.getInteger("plumbline.fuzz.session", 0);
        while (System.nanoTime() < end) {
            String what = "seed " + seed + ", session " + session;
            fuzz.random = new Random(seed * SESSIONS + session); // so that any of them can be played again alone
            try {
                int before = done;
                done += fuzz.session(Files.createDirectories(folder.resolve("s" + session++)), end);
                System.out.println(what + ": " + (done - before) + " done");
            } catch (AssertionError broke) {
                throw new AssertionError(what + ": " + broke.getMessage(), broke);
            }
        }
        return done;
    }

    /** One exercise that passes, to play on copies of it. */
    private void finish(Path home) throws IOException, InterruptedException {
        Path workspace = Files.createDirectories(home.resolve("w"));
        Files.writeString(
                workspace.resolve("main.tf"),
                FuzzAlphabet.PROVIDER + FuzzAlphabet.STREAM
                        + "  stream_mode_details {\n    stream_mode = \"ON_DEMAND\"\n  }\n}\n");
        String line = "terraform init && terraform apply -auto-approve";
        try (PtyProgram lab = LabProgram.start(
                80, 24, home, environment, "shell", "kinesis-stream", "--dir", "w", "--", "/bin/sh", "-c", line)) {
            if (lab.exit(PATIENCE) != DONE) {
                throw new AssertionError(
                        "no exercise to play on:\n" + lab.screen().text());
            }
        }
        finished = home;
    }

    private int session(Path directory, long end) throws IOException, InterruptedException {
        Path workspace = directory.resolve("w");
        Path template = finished;
        if (template != null && random.nextInt(3) > 0) {
            // cp keeps the links that Terraform makes to its provider
            new ProcessBuilder("cp", "-a", template.resolve("w").toString(), workspace.toString())
                    .start()
                    .waitFor();
        }
        int done = 0;
        try (PtyProgram lab =
                LabProgram.start(80, 24, directory, environment, "start", "kinesis-stream", "--dir", "w")) {
            lab.screen().forbid(NEVER);
            lab.await("kinesis-stream ›", PATIENCE);
            int bursts = 3 + random.nextInt(10);
            for (int i = 0; i < bursts && System.nanoTime() < end; i++) {
                int length = 1 + random.nextInt(25);
                for (int k = 0; k < length && lab.running(); k++) {
                    act(lab, directory);
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

    private void act(PtyProgram lab, Path directory) throws IOException, InterruptedException {
        int dice = random.nextInt(100);
        if (dice < 40) {
            lab.type(FuzzAlphabet.KEYS.get(random.nextInt(FuzzAlphabet.KEYS.size())));
        } else if (dice < 55) {
            lab.type(Character.toString('a' + random.nextInt(26)));
        } else if (dice < 77) {
            lab.enter(FuzzAlphabet.LINES.get(random.nextInt(FuzzAlphabet.LINES.size())));
        } else if (dice < 80) {
            pause(random.nextInt(3000)); // what runs gets on with it, so that the next key meets it in the middle
        } else if (dice < 90) {
            try {
                save(directory);
            } catch (NoSuchFileException left) {
                return; // the drill was left at that very moment, and its folder has gone
            }
        } else if (dice < 92) {
            Path folder = folder(directory);
            for (String name : FuzzAlphabet.NAMES) {
                remove(folder.resolve(name));
            }
        } else if (dice < 96) {
            lab.resize(10 + random.nextInt(150), 3 + random.nextInt(50));
        } else {
            lab.resize(2 + random.nextInt(20), 1 + random.nextInt(6));
        }
    }

    private void save(Path directory) throws IOException {
        Path file = folder(directory).resolve(FuzzAlphabet.NAMES.get(random.nextInt(FuzzAlphabet.NAMES.size())));
        int dice = random.nextInt(20);
        remove(file);
        if (dice == 0) {
            Files.createDirectory(file);
        } else if (dice == 1) {
            Files.createSymbolicLink(file, file.getFileName());
        } else if (dice == 2) {
            Files.write(file, FuzzAlphabet.BINARY);
        } else {
            Files.write(
                    file,
                    FuzzAlphabet.FILES
                            .get(random.nextInt(FuzzAlphabet.FILES.size()))
                            .getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void remove(Path file) throws IOException {
        try {
            Files.deleteIfExists(file);
        } catch (java.nio.file.DirectoryNotEmptyException kept) {
            return; // not one of ours
        }
    }

    /** Any of the folders in which a session may be now: the learner's own, of a drill, of practice. */
    private Path folder(Path directory) throws IOException {
        List<Path> folders = new ArrayList<>(List.of(directory.resolve("w")));
        for (Path parent :
                List.of(directory, directory.resolve("w").resolve(".plumbline").resolve("drills"))) {
            if (Files.isDirectory(parent)) {
                try (Stream<Path> entries = Files.list(parent)) {
                    entries.filter(Files::isDirectory)
                            .filter(entry -> Files.isDirectory(entry.resolve(".plumbline")))
                            .sorted()
                            .forEach(folders::add);
                }
            }
        }
        Path folder = folders.get(random.nextInt(folders.size()));
        return Files.isDirectory(folder) ? folder : directory.resolve("w"); // a drill that was left a moment ago
    }

    /** Whatever is open is left, and then a plain question is answered. */
    private void settle(PtyProgram lab) throws IOException, InterruptedException {
        lab.resize(100, 30);
        String marker = "m" + random.nextInt(1_000_000);
        long begin = System.nanoTime();
        long deadline = begin + PATIENCE.toNanos();
        while (lab.running()) {
            if (System.nanoTime() - begin > DEAF.toNanos()) {
                killConsole(lab);
            }
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
                    checkPicture(lab, marker);
                    return;
                }
                pause(100);
            }
            if (System.nanoTime() > deadline) {
                String raw = lab.screen().raw();
                System.out.println(
                        raw.substring(Math.max(0, raw.length() - 20_000)).replace('\u001b', '␛'));
                dump(lab.program());
                throw new AssertionError(
                        "the session no longer answers:\n" + lab.screen().text());
            }
        }
    }

    /**
     * {@code terraform console} stands still for good if more keys come while it ends: its line editor (chzyer/readline)
     * waits for the thread that reads, and that one for somebody to take the next key. The terminal is still in raw mode then
     * and Ctrl-C a byte that nobody reads. It does so without us as well, and no shell can help; a person ends it from
     * another terminal, and the session has to go on.
     */
    private static void killConsole(PtyProgram lab) {
        lab.program()
                .descendants()
                .filter(child -> child.info()
                        .arguments()
                        .map(words -> List.of(words).equals(List.of("console")))
                        .orElse(false))
                .forEach(console -> {
                    System.out.println("a deaf terraform console is killed");
                    console.destroyForcibly();
                });
    }

    /**
     * The prompt and the checklist below it are in the picture, whatever it went through before, and behind the answer; a
     * long answer to a save may have pushed that one out at the top.
     */
    private static void checkPicture(PtyProgram lab, String marker) throws InterruptedException {
        lab.await(
                text -> {
                    int answer = text.lastIndexOf(marker + "-42");
                    int prompt = text.indexOf(" ›", Math.max(0, answer));
                    return prompt > answer && text.indexOf("━━", prompt) > prompt;
                },
                "the prompt and the panel behind " + marker + "-42",
                PATIENCE);
    }

    /** What its threads are at, for whoever has to find out why it is stuck. */
    private static void dump(ProcessHandle program) throws IOException, InterruptedException {
        Path jstack = Path.of(System.getProperty("java.home"), "bin", "jstack");
        if (Files.isExecutable(jstack)) {
            new ProcessBuilder(jstack.toString(), Long.toString(program.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        }
        program.descendants().forEach(child -> System.out.println("running: " + child.info()));
    }

    /** Started with nohup, this program and all its children are deaf to SIGHUP: no fault of the session's. */
    private static boolean hangupIsIgnored() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 1) != 0);
    }

    private static void checkNothingLeaked(PtyProgram lab) {
        if (!lab.screen().forbidden().isEmpty()) {
            throw new AssertionError(lab.screen().forbidden() + " on the screen:\n"
                    + lab.screen().text());
        }
    }

    private void leave(PtyProgram lab) throws IOException, InterruptedException {
        int way = random.nextInt(8);
        if (way == 1 && hangupIsIgnored()) {
            way = 0;
        }
        boolean killed = way < 2 && lab.running();
        if (lab.running()) {
            if (way == 0) {
                lab.program().destroy();
            } else if (way == 1) {
                new ProcessBuilder("kill", "-HUP", Long.toString(lab.program().pid()))
                        .start()
                        .waitFor();
            } else {
                for (int i = 0; i < 20 && lab.running(); i++) {
                    lab.type("\u0003");
                    pause(100);
                    lab.enter("quit"); // once for a drill, once for the lab
                    pause(700);
                }
            }
        }
        int exit = lab.exit(PATIENCE);
        checkNothingLeaked(lab);
        if (!killed && exit != DONE) {
            throw new AssertionError("it ended with " + exit + ", and nobody has killed it:\n"
                    + lab.screen().text());
        }
        if (!lab.modesRestored()) {
            throw new AssertionError("the terminal's modes are not what they were" + (killed ? " after a signal" : ""));
        }
        String raw = lab.screen().raw();
        if (raw.lastIndexOf("\u001b[?25l") > raw.lastIndexOf("\u001b[?25h")) {
            throw new AssertionError("the cursor is hidden");
        }
        if (raw.lastIndexOf("\u001b[?2004h") > raw.lastIndexOf("\u001b[?2004l")) {
            String end = raw.substring(Math.max(0, raw.length() - 4000)).replace('\u001b', '␛');
            throw new AssertionError(
                    "bracketed paste is still on" + (killed ? " after a signal" : " after quit") + ":\n" + end);
        }
    }

    /** People pause, and so does this: it is part of the load, nothing is synchronised by it. */
    private static void pause(long millis) throws InterruptedException {
        java.util.concurrent.TimeUnit.MILLISECONDS.sleep(millis);
    }
}

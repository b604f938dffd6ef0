package dev.plumbline.coaching;

import dev.plumbline.grading.WorkAbove;
import dev.plumbline.terraform.source.Comment;
import dev.plumbline.terraform.source.SourceFile;
import dev.plumbline.workspace.WorkspaceSnapshot;
import dev.plumbline.workspace.WorkspaceSnapshot.Entry;
import dev.plumbline.workspace.WorkspaceSnapshot.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** There is nothing Terraform could read as code: no file, an empty one, one of another name, one in another folder. */
final class NoCode implements Recogniser {
    /** Beside what is being edited; it holds code between its own bytes. */
    private static final Pattern VIM_SWAP = Pattern.compile("\\..*\\.sw[a-z]");

    private static final Pattern LOOKS_LIKE_CODE =
            Pattern.compile("(?m)^\\s*(resource|provider|terraform|variable)\\s*[\"'{“]");

    /** A file somebody wrote by hand is smaller; in bytes. */
    private static final long LONGEST_CODE = 1 << 16;

    private static final Pattern BLANK = Pattern.compile("(?s)[\\s\\uFEFF\\u200B]*");

    @Override
    public void look(Situation situation, Consumer<Sighting> seen) {
        WorkspaceSnapshot folder = situation.folder();
        String code = situation.wanted().codeFile();
        Optional<Entry> main = folder.entry(code);
        if (main.isPresent() && main.get().kind() != Kind.FILE) {
            unreadable(situation, main.get(), seen);
            return;
        }
        boolean any = situation.code().files().stream().anyMatch(NoCode::saysSomething);
        if (any) {
            return;
        }
        if (misnamed(situation, seen) || elsewhere(situation, seen)) {
            return;
        }
        boolean exists = !folder.codeFiles().isEmpty();
        if (exists && Commented.report(situation, seen)) {
            return;
        }
        Sighting nothing = withCode(situation, exists);
        if (!situation.state().managed(situation.wanted().type()).isEmpty()) {
            String id = exists ? "main-emptied" : "main-deleted";
            seen.accept(rename(nothing, id)
                    .with("address", situation.address())
                    .with("noRegion", !situation.environment().containsKey("AWS_REGION")));
        } else if (StateHistory.of(situation).wasDestroyed()) {
            seen.accept(rename(nothing, "destroyed").withoutCommand());
        } else if (Live.subject(situation).isPresent()) {
            seen.accept(rename(nothing, "made-by-hand"));
        } else {
            seen.accept(nothing);
        }
    }

    /** Whether a file holds anything but blanks and comments. */
    static boolean saysSomething(SourceFile file) {
        if (!file.body().items().isEmpty()) {
            return true;
        }
        String text = file.text().text();
        StringBuilder rest = new StringBuilder(text);
        List<Comment> comments = file.comments();
        for (int i = comments.size() - 1; i >= 0; i--) {
            rest.delete(
                    comments.get(i).range().startOffset(),
                    comments.get(i).range().endOffset());
        }
        return !BLANK.matcher(rest).matches();
    }

    private static Sighting withCode(Situation situation, boolean exists) {
        String code = situation.wanted().codeFile();
        String label = situation.state().managed(situation.wanted().type()).stream()
                .findFirst()
                .map(r -> r.name())
                .orElse(situation.wanted().label());
        Surgery surgery = situation.code().surgery(code);
        return Sighting.of("not-started")
                .at(code, 1, 1)
                .with("exists", exists)
                .with(
                        "above",
                        exists
                                ? ""
                                : WorkAbove.likely(situation.lab(), situation.folder())
                                        .orElse(""))
                .fix(surgery.done(surgery.append(situation.blueprint().file(label))));
    }

    private static Sighting rename(Sighting sighting, String mistake) {
        return new Sighting(mistake, sighting.place(), sighting.variables(), sighting.edits(), false);
    }

    private static void unreadable(Situation situation, Entry main, Consumer<Sighting> seen) {
        String code = situation.wanted().codeFile();
        if (main.kind() == Kind.DIRECTORY) {
            Optional<String> inside = situation.folder().contents().keySet().stream()
                    .filter(path ->
                            path.startsWith(code + "/") && WorkspaceSnapshot.isCode(path.substring(code.length() + 1)))
                    .sorted()
                    .findFirst();
            String command = inside.map(path -> "mv " + path + " code.tmp && rmdir " + code + " && mv code.tmp " + code)
                    .orElse("rmdir " + code);
            seen.accept(Sighting.of("main-tf-is-directory")
                    .with("found", inside.orElse(""))
                    .with("command", command));
            return;
        }
        String what =
                switch (main.kind()) {
                    case SPECIAL -> "a pipe, a device or something else that is no ordinary file";
                    case TOO_LARGE -> "far larger than any code file";
                    case BINARY -> "a file of bytes that are no text";
                    default -> "closed to you (look at its permissions)";
                };
        seen.accept(
                Sighting.of("not-readable").at(code, 1, 1).with("file", code).with("found", what));
    }

    /** Code in a file whose name Terraform passes over. */
    private static boolean misnamed(Situation situation, Consumer<Sighting> seen) {
        WorkspaceSnapshot folder = situation.folder();
        Optional<Entry> found = folder.entries().stream()
                .filter(e -> e.kind() == Kind.FILE && !WorkspaceSnapshot.isCode(e.name()) && isMeantAsCode(folder, e))
                .findFirst();
        if (found.isEmpty()) {
            return false;
        }
        String name = found.get().name();
        seen.accept(Sighting.of("wrong-file-extension")
                .at(name, 1, 1)
                .with("file", name)
                .with("other", remark(name)));
        return true;
    }

    private static boolean isMeantAsCode(WorkspaceSnapshot folder, Entry entry) {
        String name = entry.name().toLowerCase(Locale.ROOT);
        if (WorkspaceSnapshot.isValues(entry.name())
                || name.equals(".terraform.lock.hcl")
                || name.contains(".tfstate")
                || name.endsWith(".md")
                || VIM_SWAP.matcher(name).matches()) {
            return false;
        }
        Optional<byte[]> bytes = folder.bytes(entry.name()).or(() -> start(folder, entry));
        if (bytes.isPresent()
                && LOOKS_LIKE_CODE
                        .matcher(new String(bytes.get(), StandardCharsets.UTF_8))
                        .find()) {
            return true;
        }
        String stem = name.replaceFirst("^\\.", "").replaceFirst("[~.].*$", "");
        return stem.equals("main") || name.endsWith(".hcl") || name.endsWith(".terraform");
    }

    /** The beginning of a file that no snapshot keeps, since Terraform passes over it. */
    private static Optional<byte[]> start(WorkspaceSnapshot folder, Entry entry) {
        Path file = folder.root().resolve(entry.name());
        if (entry.bytes() > LONGEST_CODE || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(in.readNBytes((int) LONGEST_CODE));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static String remark(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".txt")) {
            return "Some editors add .txt to a name, and some file managers hide it.";
        }
        if (lower.endsWith(".tofu")) {
            return ".tofu is read by OpenTofu only.";
        }
        return lower.endsWith("~") || lower.endsWith(".bak") ? "It looks like an editor's backup copy." : "";
    }

    /** Code one folder up or down. */
    private static boolean elsewhere(Situation situation, Consumer<Sighting> seen) {
        WorkspaceSnapshot folder = situation.folder();
        String code = situation.wanted().codeFile();
        Optional<String> up = WorkAbove.file(situation.lab(), folder);
        if (up.isPresent()) {
            report("../" + up.get(), "..", folder.parent().contains("terraform.tfstate"), code, seen);
            return true;
        }
        Optional<String> down = WorkAbove.below(situation.lab(), folder);
        down.ifPresent(path -> {
            String sub = path.substring(0, path.lastIndexOf('/'));
            report(path, sub, folder.contents().containsKey(sub + "/terraform.tfstate"), code, seen);
        });
        return down.isPresent();
    }

    private static void report(String path, String from, boolean state, String code, Consumer<Sighting> seen) {
        // Without a state beside it, what is up there may be wanted there as well: nothing is taken from anybody.
        boolean moves = state || !path.startsWith("..");
        String command = (moves ? "mv " : "cp ") + path + " " + code
                + (state ? " && mv " + from + "/terraform.tfstate terraform.tfstate" : "") + " && terraform init";
        seen.accept(Sighting.of("wrong-directory")
                .with("file", path)
                .with("more", state)
                .with("moves", moves)
                .with("command", command));
    }
}

package dev.plumbline.cohort.handin;

import dev.plumbline.cohort.bundle.Manifest.LeftOut;
import dev.plumbline.workspace.WorkspaceSnapshot;
import dev.plumbline.workspace.WorkspaceSnapshot.Entry;
import dev.plumbline.workspace.WorkspaceSnapshot.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Which of a learner's files go into a bundle: what the judgement rests on, and nothing else that lies in the folder. */
final class Selection {
    private static final long LARGEST_OTHER = 256L << 10;
    private static final int MOST_NAMED = 40;

    /** Well below what a reader of bundles takes. */
    private static final int MOST_FILES = 500;

    private static final long MOST_BYTES = 24L << 20;

    /** Names under which people keep keys; they stay even where the code reads them. */
    private static final Pattern KEYS = Pattern.compile(
            "(?i)\\..*|.*\\.(pem|key|p12|pfx|jks|ppk|kdbx)|id_(rsa|dsa|ecdsa|ed25519).*|.*credential.*|.*secret.*");

    private static final Pattern CODE = Pattern.compile("(?m)^\\s*(resource|provider|variable|terraform)\\b.*\\{");

    private final WorkspaceSnapshot folder;
    private final Map<String, byte[]> taken = new TreeMap<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private long bytesTaken;

    private Selection(WorkspaceSnapshot folder) {
        this.folder = folder;
    }

    /** Of that folder. */
    static Selection of(WorkspaceSnapshot folder) {
        Selection selection = new Selection(folder);
        folder.contents().keySet().stream()
                .filter(name -> name.contains("/") && !name.startsWith("."))
                .forEach(selection::below);
        folder.entries().forEach(selection::entry);
        return selection;
    }

    /** The files by their names in the folder. */
    Map<String, byte[]> taken() {
        return taken;
    }

    /** What was left out, and why; of very many the first ones. */
    List<LeftOut> leftOut() {
        if (leftOut.size() <= MOST_NAMED) {
            return List.copyOf(leftOut);
        }
        List<LeftOut> some = new ArrayList<>(leftOut.subList(0, MOST_NAMED));
        some.add(new LeftOut("and " + (leftOut.size() - MOST_NAMED) + " more", "for the same reasons"));
        return some;
    }

    /** Code and states one folder down. */
    private void below(String name) {
        byte[] bytes = folder.contents().get(name);
        if (isElsewhere(name)) {
            leave(name, "a link to a place outside the folder");
        } else if (bytes != null && isText(bytes)) {
            take(name, bytes);
        }
    }

    private void entry(Entry entry) {
        String name = entry.name();
        if (name.equals(".terraform")) {
            leave(name + "/", "what terraform init installs; it is set up anew where it is needed");
        } else if (entry.kind() == Kind.DIRECTORY) {
            if (taken.keySet().stream().noneMatch(file -> file.startsWith(name + "/"))) {
                leave(name + "/", "a folder; the code does not need it");
            }
        } else if (entry.kind() != Kind.FILE) {
            leave(name, entry.kind() == Kind.TOO_LARGE ? "far too large for this lab" : "not a readable text file");
        } else {
            file(name);
        }
    }

    private void file(String name) {
        Optional<String> objection = objection(name);
        if (objection.isPresent()) {
            leave(name, objection.get());
            return;
        }
        byte[] bytes = folder.contents().get(name);
        if (bytes == null) {
            bytes = other(name);
        }
        if (bytes == null) {
            leave(name, "the code does not need it");
        } else if (isText(bytes)) {
            take(name, bytes);
        } else {
            leave(name, "not a text");
        }
    }

    private Optional<String> objection(String name) {
        boolean lock = name.equals(".terraform.lock.hcl");
        boolean terraforms = WorkspaceSnapshot.isCode(name) || WorkspaceSnapshot.isValues(name) || lock;
        if (isElsewhere(name)) {
            return Optional.of("a link to a place outside the folder");
        }
        if (name.startsWith("crash") && name.endsWith(".log")) {
            return Optional.of("a crash log, which may hold keys");
        }
        if (name.endsWith(".lock.info")) {
            return Optional.of("names your machine; that it is there is noted");
        }
        if (!terraforms && (name.endsWith(".tfvars") || name.endsWith(".tfvars.json") || name.contains("tfplan"))) {
            return Optional.of("Terraform does not read it by itself, and it may hold keys");
        }
        boolean state = name.startsWith("terraform.tfstate") || name.contains(".tfstate");
        return terraforms || state || !KEYS.matcher(name).matches()
                ? Optional.empty()
                : Optional.of("its name is one that people give to files with keys");
    }

    /** Texts beside the code: drafts of it under another name, and what the code mentions, as {@code file("…")} does. */
    private byte @org.jspecify.annotations.Nullable [] other(String name) {
        boolean mentioned = folder.codeFiles().stream()
                .flatMap(code -> folder.bytes(code).stream())
                .anyMatch(bytes -> new String(bytes, StandardCharsets.UTF_8).contains(name));
        Path path = folder.root().resolve(name);
        try {
            boolean small = Files.isRegularFile(path) && Files.size(path) <= LARGEST_OTHER;
            return mentioned && small ? Files.readAllBytes(path) : null;
        } catch (IOException unreadable) {
            return null;
        }
    }

    private void take(String name, byte[] bytes) {
        boolean note = name.endsWith(".txt") && !name.contains(".tf");
        if (note && !CODE.matcher(new String(bytes, StandardCharsets.UTF_8)).find()) {
            leave(name, "the code does not need it");
        } else if (taken.size() >= MOST_FILES || bytesTaken + bytes.length > MOST_BYTES) {
            leave(name, "there is more than a bundle takes");
        } else {
            taken.put(name, bytes);
            bytesTaken += bytes.length;
        }
    }

    private void leave(String name, String why) {
        leftOut.add(new LeftOut(name, why));
    }

    private boolean isElsewhere(String name) {
        Path path = folder.root().resolve(name);
        try {
            return Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                    && !path.toRealPath().startsWith(folder.root().toRealPath())
                    && isPrivate(path.toRealPath());
        } catch (IOException gone) {
            return false;
        }
    }

    /** A link to code that is kept elsewhere is the learner's way to work; one into these folders is a mistake. */
    private static boolean isPrivate(Path real) {
        for (Path step : real) {
            String name = step.toString();
            if (name.equals(".aws") || name.equals(".ssh") || name.equals(".config") || name.equals(".gnupg")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isText(byte[] bytes) {
        boolean utf16 = bytes.length >= 2 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFE + 0xFF;
        if (utf16) {
            return true;
        }
        for (byte one : bytes) {
            if (one == 0) {
                return false;
            }
        }
        return true;
    }
}

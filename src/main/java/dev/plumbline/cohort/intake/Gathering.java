package dev.plumbline.cohort.intake;

import dev.plumbline.workspace.WorkspaceSnapshot;
import dev.plumbline.workspace.WorkspaceSnapshot.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Takes names and bytes in, one after the other, as long as they keep to the limits. */
final class Gathering {
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final SortedMap<String, Kind> others = new TreeMap<>();
    private final Set<String> refusals = new LinkedHashSet<>();
    private final List<String> notes = new ArrayList<>();
    private long total;
    private int names;

    /** The bytes of one file; opened only where they are wanted. */
    interface Bytes {
        InputStream open() throws IOException;
    }

    /** Something that plays a trick: nothing of the submission will be run. */
    void refuse(String name, String why) {
        if (refusals.size() < 20) {
            refusals.add(SafeName.shown(name) + " " + why + ".");
        }
    }

    /** Something that is left out and is no trick. */
    void note(String name, String why) {
        if (notes.size() < 20) {
            notes.add(SafeName.shown(name) + " " + why + ".");
        }
    }

    /** Whether so many names were seen that no more are looked at. */
    boolean isFull() {
        return names > Limits.MOST_NAMES || files.size() > Limits.MOST_FILES || total > Limits.LARGEST_TOTAL;
    }

    /** Whether a name is wanted; a bad one is refused here. */
    boolean wants(String name) {
        names++;
        String trouble = SafeName.trouble(name);
        if (!trouble.isEmpty()) {
            refuse(name, trouble);
            return false;
        }
        return !SafeName.isLeftOut(name) && !SafeName.isIcon(name);
    }

    /** Something of that name that is no file to be read. */
    void other(String name, Kind kind) {
        others.put(SafeName.plain(name), kind);
    }

    /** A file. What is said of its size is the stranger's word: what counts is what comes out. */
    void file(String rawName, Bytes bytes) throws IOException {
        String name = SafeName.plain(rawName);
        if (files.containsKey(name)) {
            refuse(name, "is there twice, so that two programs could see two different files");
            return;
        }
        byte[] read;
        try (InputStream in = bytes.open()) {
            read = in.readNBytes(Limits.LARGEST_FILE + 1);
        }
        if (read.length > Limits.LARGEST_FILE) {
            if (WorkspaceSnapshot.isCode(baseName(name))) {
                others.put(name, Kind.TOO_LARGE);
            } else {
                note(name, "is larger than " + (Limits.LARGEST_FILE >> 20) + " MiB and was left out");
            }
            return;
        }
        files.put(name, read);
        total += read.length;
    }

    private static String baseName(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** What a link inside stands for, where it is a file inside. */
    void link(String name, String target) {
        byte[] bytes = files.get(SafeName.plain(target));
        if (bytes == null) {
            note(name, "is a link to " + SafeName.shown(target) + ", which is no file that was handed in");
            other(name, Kind.UNREADABLE);
        } else {
            files.putIfAbsent(SafeName.plain(name), bytes);
        }
    }

    /** All of it, with one wrapping folder looked through where that is asked for. */
    Submission end(boolean lookThrough) {
        if (isFull()) {
            refuse(
                    "It",
                    "is larger than a submission can be: more than " + Limits.MOST_FILES + " files, or "
                            + (Limits.LARGEST_TOTAL >> 20) + " MiB");
        }
        files.keySet().stream()
                .filter(name -> files.keySet().stream().anyMatch(other -> other.startsWith(name + "/")))
                .forEach(name -> refuse(name, "is a file and a folder at once"));
        String wrapping = lookThrough ? wrapping() : "";
        SortedMap<String, byte[]> inside = new TreeMap<>();
        files.forEach((name, bytes) -> inside.put(name.substring(wrapping.length()), bytes));
        SortedMap<String, Kind> othersInside = new TreeMap<>();
        others.forEach((name, kind) ->
                othersInside.put(name.startsWith(wrapping) ? name.substring(wrapping.length()) : name, kind));
        inside.keySet().stream()
                .filter(name -> name.indexOf('/') > 0)
                .map(name -> name.substring(0, name.indexOf('/')))
                .filter(WorkspaceSnapshot::isCode)
                .forEach(folder -> othersInside.put(folder, Kind.DIRECTORY));
        return new Submission(inside, othersInside, List.copyOf(refusals), notes, "");
    }

    /** The folder that holds everything, with its slash; empty where there is none. */
    private String wrapping() {
        Set<String> tops = new LinkedHashSet<>();
        for (String name : files.keySet()) {
            int slash = name.indexOf('/');
            if (slash < 0) {
                return "";
            }
            tops.add(name.substring(0, slash + 1));
        }
        if (tops.size() != 1) {
            return "";
        }
        String only = tops.iterator().next();
        return WorkspaceSnapshot.isCode(only.substring(0, only.length() - 1)) ? "" : only;
    }
}

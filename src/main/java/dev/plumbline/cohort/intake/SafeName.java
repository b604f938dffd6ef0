package dev.plumbline.cohort.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names of files as strangers write them. */
final class SafeName {
    private static final int LONGEST = 400;
    private static final int LONGEST_STEP = 200;
    private static final int DEEPEST = 12;
    private static final Set<String> LEFT_OUT = Set.of(".terraform", ".git", ".plumbline", "__macosx", ".ds_store");

    private SafeName() {}

    /** Why a name is not taken, in a few words; empty where it is good. */
    static String trouble(String name) {
        if (name.isEmpty()) {
            return "has no name";
        }
        if (name.length() > LONGEST) {
            return "has a name of " + name.length() + " characters";
        }
        if (name.startsWith("/") || name.matches("[A-Za-z]:.*")) {
            return "has an absolute path";
        }
        if (name.indexOf('\\') >= 0) {
            return "has a backslash in its name";
        }
        if (!isIcon(name) && name.codePoints().anyMatch(SafeName::isHidden)) {
            return "has characters in its name that cannot be seen";
        }
        List<String> steps = steps(name);
        if (steps.contains("..")) {
            return "leads out of its folder";
        }
        if (steps.size() > DEEPEST) {
            return "lies more than " + DEEPEST + " folders deep";
        }
        return steps.stream().anyMatch(step -> step.length() > LONGEST_STEP) ? "has a name that is too long" : "";
    }

    private static boolean isHidden(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.SURROGATE;
    }

    /** The steps of a path, without empty ones and dots. */
    private static List<String> steps(String name) {
        List<String> steps = new ArrayList<>();
        for (String step : name.split("/", -1)) {
            if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step);
            }
        }
        return steps;
    }

    /** The Finder keeps a folder's icon in a file that is called {@code Icon} and a carriage return. */
    static boolean isIcon(String name) {
        return name.endsWith("Icon\r") && name.indexOf('\r') == name.length() - 1;
    }

    /** The same path in its shortest form. */
    static String plain(String name) {
        return String.join("/", steps(name));
    }

    /** Whether it belongs to what tools keep for themselves and no learner writes, or to an archiver. */
    static boolean isLeftOut(String name) {
        return steps(name).stream().anyMatch(step -> LEFT_OUT.contains(step.toLowerCase(Locale.ROOT)));
    }

    /** A name as it can be shown anywhere. */
    static String shown(String name) {
        String plain = name.codePoints()
                .map(c -> isHidden(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return plain.length() <= 80 ? plain : plain.substring(0, 79) + "…";
    }
}

package dev.plumbline.cohort.vetting;

/** Paths as code writes them, and whether they stay inside the folder that they start from. */
final class Inside {
    private Inside() {}

    /** Whether a relative path stays inside, whatever folders there are. */
    static boolean stays(String path) {
        if (path.startsWith("/") || path.startsWith("~") || path.indexOf('\\') >= 0 || path.matches("[A-Za-z]:.*")) {
            return false;
        }
        int depth = 0;
        for (String step : path.split("/", -1)) {
            if (step.equals("..")) {
                depth--;
            } else if (!step.isEmpty() && !step.equals(".")) {
                depth++;
            }
            if (depth < 0) {
                return false;
            }
        }
        return true;
    }

    /** The path in its shortest form; only for one that stays inside. */
    static String plain(String path) {
        java.util.ArrayDeque<String> steps = new java.util.ArrayDeque<>();
        for (String step : path.split("/", -1)) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }
}

package dev.plumbline.cohort.bundle;

/** The places inside a bundle, with forward slashes. */
public final class BundlePath {
    /** What the bundle holds, with checksums. */
    public static final String MANIFEST = "manifest.json";

    /** For a person who opens the zip. */
    public static final String README = "README.txt";

    /** What the grader said on the learner's machine: {@code plumbline/report/1}. */
    public static final String REPORT = "report.json";

    /** What the learner did, one line each. */
    public static final String JOURNAL = "journal.jsonl";

    /** What each layer answered: {@code plumbline/evidence/1}. */
    public static final String EVIDENCE = "evidence/evidence.json";

    /** The grader's own plan as Terraform shows it in JSON. */
    public static final String PLAN = "evidence/plan.json";

    /** The state in force, where it lies outside the learner's folder. */
    public static final String STATE_OUTSIDE = "evidence/terraform.tfstate";

    /** Below here lie the learner's files under their own names. */
    public static final String WORK = "work/";

    private static final int LONGEST = 400;
    private static final int DEEPEST = 12;

    private BundlePath() {}

    /** Whether a name leads to a file below the folder it is put into, on every operating system. */
    static boolean isSafe(String name) {
        if (name.isEmpty() || name.length() > LONGEST || name.indexOf('\\') >= 0 || name.indexOf(':') >= 0) {
            return false;
        }
        String[] steps = name.split("/", -1);
        if (steps.length > DEEPEST || name.codePoints().anyMatch(Character::isISOControl)) {
            return false;
        }
        for (String step : steps) {
            if (step.isBlank() || step.equals(".") || step.equals("..")) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is a place of Terraform's or ours, out of which programs or records would be used without a question. */
    static boolean isPrograms(String name) {
        String own = name.startsWith(WORK) ? name.substring(WORK.length()) : "";
        return own.matches("(?i)\\.(terraform|plumbline)(/.*)?") || own.matches("(?i)(.*/)?\\.terraform/.*");
    }

    /** Whether a file of the learner's is a Terraform state, or a backup of one. */
    static boolean isState(String name) {
        return name.contains(".tfstate");
    }
}

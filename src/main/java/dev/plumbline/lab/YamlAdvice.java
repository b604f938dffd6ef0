package dev.plumbline.lab;

/** The parser's messages in an author's words. */
final class YamlAdvice {
    private YamlAdvice() {}

    /** Whether the place where something began helps more than the place where it was missed. */
    static boolean isToldWhereItBegan(String context) {
        return context.contains("simple key") || context.contains("flow") || context.contains("quoted scalar");
    }

    /** What is wrong. */
    static String says(String problem, String context) {
        if (problem.contains("\\t(TAB)")) {
            return "a tab where YAML wants spaces";
        }
        if (context.contains("flow sequence")) {
            return "this '[' is not closed";
        }
        if (context.contains("flow mapping")) {
            return "this '{' is not closed";
        }
        if (context.contains("quoted scalar")) {
            return "this quote is not closed";
        }
        if (context.contains("simple key")) {
            return "a ':' is missing";
        }
        int aside = problem.indexOf(". (Do not use");
        return "not readable as YAML: " + (aside < 0 ? problem : problem.substring(0, aside));
    }

    /** What to do about it, or nothing. */
    static String next(String problem, String context) {
        if (problem.contains("\\t(TAB)")) {
            return "Indent with spaces";
        }
        if (context.contains("flow")) {
            return "Close it; put quotes around a text that holds brackets, braces or '{{'";
        }
        if (context.contains("simple key")) {
            return "Write 'key: value'";
        }
        if (problem.contains("mapping values are not allowed here")) {
            return "Check the indentation; put quotes around a text that holds ': '";
        }
        if (problem.contains("expected <block end>")) {
            return "Check the indentation: keys of one map begin in one column";
        }
        if (problem.contains("cannot start any token")) {
            return "Put quotes around this text";
        }
        return "";
    }
}

package dev.plumbline.lab;

/** What to do about the parser's more puzzling messages. */
final class YamlAdvice {
    private YamlAdvice() {}

    /** A sentence for the parser's problem text, or nothing. */
    static String on(String problem) {
        if (problem.contains("mapping values are not allowed here")) {
            return "Check the indentation; put quotes around a text that holds ': '";
        }
        if (problem.contains("expected <block end>") || problem.contains("could not find expected ':'")) {
            return "Check the indentation: keys of one map begin in one column, and each has a ':'";
        }
        if (problem.contains("unexpected end of stream") || problem.contains("found unexpected end")) {
            return "A quote or bracket is not closed";
        }
        if (problem.contains("cannot start any token")) {
            return "Put quotes around this text";
        }
        if (problem.contains("expected ',' or")) {
            return "A bracket or brace is not closed; quote texts that begin with '{' such as '{{name}}'";
        }
        return "";
    }
}

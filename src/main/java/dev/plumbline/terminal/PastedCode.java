package dev.plumbline.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Recognises Terraform code that was pasted at the prompt instead of into a file: a shell would make a mess of it. A
 * terminal that does not bracket what is pasted sends it line by line; all lines of the block are taken.
 */
final class PastedCode {
    private static final Pattern BLOCK =
            Pattern.compile("(?s)\\s*(provider|resource|data|terraform|variable|output|locals|module)\\b[^\\n]*\\{.*");

    /** What stands in a block: an argument, a block, an end of either, a comment, nothing. */
    private static final Pattern BODY = Pattern.compile("\\s*(|[\\w\".-]+\\s*=.*|.*[{(\\[,]\\s*|[})\\]].*|(#|//).*)");

    /** Nobody types a whole line in this time. */
    private static final Duration AT_ONCE = Duration.ofMillis(500);

    private int open;
    private Instant last = Instant.EPOCH;

    /** Whether a line is the first one of such code. */
    boolean begins(String line, Instant now) {
        if (!BLOCK.matcher(line).matches()) {
            return false;
        }
        open = 0;
        count(line, now);
        return true;
    }

    /** Whether a line belongs to what has begun: its braces are still open, it came at once, and it looks like code. */
    boolean goesOn(String line, Instant now) {
        if (open <= 0 || now.isAfter(last.plus(AT_ONCE)) || !BODY.matcher(line).matches()) {
            open = 0;
            return false;
        }
        count(line, now);
        return true;
    }

    private void count(String line, Instant now) {
        open += (int) (line.chars().filter(c -> c == '{').count()
                - line.chars().filter(c -> c == '}').count());
        last = now;
    }
}

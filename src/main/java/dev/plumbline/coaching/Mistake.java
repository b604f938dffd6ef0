package dev.plumbline.coaching;

import dev.plumbline.terraform.Diagnostic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One known misconception, as {@code graders/*.yaml} describes it.
 *
 * @param id the vocabulary of {@code diagnoses[].mistake}
 * @param troubles kinds of source trouble that are this mistake, in the reader's names
 * @param says Terraform's own messages that are this mistake
 * @param explains ids of mistakes that are only its consequences
 * @param folds summaries of Terraform's messages that follow from it
 * @param recipe the name of the edit that mends it, or empty
 * @param command a template of the command that helps, or empty
 */
record Mistake(
        String id,
        Group group,
        Set<String> troubles,
        List<Says> says,
        Set<String> explains,
        List<Pattern> folds,
        String recipe,
        String command,
        boolean remark) {

    /** A pattern for one message of Terraform's; an absent part matches anything. */
    record Says(Pattern summary, Pattern detail, Pattern context, Pattern code) {
        /** Names of groups in a pattern; {@code Pattern.namedGroups} is of later Java versions. */
        private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-zA-Z]\\w*)>");

        /** The named groups of a message that matches. */
        Optional<Map<String, Object>> match(Diagnostic message) {
            Map<String, Object> found = new LinkedHashMap<>();
            boolean all = part(summary, message.summary(), found)
                    && part(detail, message.detail(), found)
                    && part(context, message.context() == null ? "" : message.context(), found)
                    && part(code, message.code() == null ? "" : message.code(), found);
            return all ? Optional.of(found) : Optional.empty();
        }

        private static boolean part(Pattern pattern, String text, Map<String, Object> found) {
            Matcher matcher = pattern.matcher(text);
            if (!matcher.matches()) {
                return false;
            }
            for (Matcher names = GROUP.matcher(pattern.pattern()); names.find(); ) {
                String group = names.group(1);
                String value = matcher.group(group);
                if (value != null) {
                    found.put(group, value);
                }
            }
            return true;
        }
    }

    /** Whether a message of Terraform's is this mistake or follows from it. */
    boolean accountsFor(Diagnostic message) {
        return folds.stream()
                        .anyMatch(pattern -> pattern.matcher(message.summary()).matches())
                || says.stream().anyMatch(each -> each.match(message).isPresent());
    }
}

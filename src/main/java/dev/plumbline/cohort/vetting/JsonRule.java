package dev.plumbline.cohort.vetting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.terraform.source.SourceFile;
import java.util.regex.Pattern;

/**
 * The JSON form of the language. There a text is decoded before it is read as a template, so what is written in escapes, and
 * calls in texts, are looked for in the decoded text.
 */
final class JsonRule implements Rule {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern HIDDEN = Pattern.compile("\\\\u00[0-7]", Pattern.CASE_INSENSITIVE);

    @Override
    public void look(CodeFolder code, Found found) {
        for (SourceFile file : code.configuration().files()) {
            if (!file.name().endsWith(".json")) {
                continue;
            }
            if (HIDDEN.matcher(file.text().text()).find()) {
                found.object(
                        file.name(), 0, "plain characters are written in escapes, so that it cannot be read plainly");
            }
            try {
                texts(JSON.readTree(file.text().text()), file.name(), found);
            } catch (JsonProcessingException broken) {
                found.object(file.name(), 0, "it is JSON that cannot be read, so nobody knows what it would do");
            }
        }
    }

    private static void texts(JsonNode node, String file, Found found) {
        if (node.isTextual()
                && (node.asText().contains("${") || node.asText().contains("%{"))
                && FunctionRule.IN_TEXT.matcher(node.asText()).find()) {
            found.object(file, 0, "a text in it would read files");
        }
        node.forEach(inner -> texts(inner, file, found));
    }
}

package dev.plumbline.coaching;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Fills the variables of a text for the terminal: Mustache without HTML escapes, blanks drawn together. */
final class Words {
    private static final Map<String, Mustache> COMPILED = new ConcurrentHashMap<>();

    private static final DefaultMustacheFactory FACTORY = new DefaultMustacheFactory() {
        @Override
        public void encode(String value, Writer writer) {
            try {
                writer.write(value);
            } catch (java.io.IOException impossible) {
                throw new java.io.UncheckedIOException(impossible); // the writer is a StringWriter
            }
        }
    };

    private Words() {}

    /** The text with its variables filled in; an unknown variable is empty. */
    static String fill(String template, Map<String, ?> variables) {
        if (!template.contains("{{")) {
            return template;
        }
        Mustache compiled = COMPILED.computeIfAbsent(
                template, text -> FACTORY.compile(new StringReader(text), Integer.toHexString(text.hashCode())));
        StringWriter out = new StringWriter();
        compiled.execute(out, variables);
        return out.toString();
    }

    /** The same for running text: filled, runs of blanks and line breaks made one space. */
    static String sentence(String template, Map<String, ?> variables) {
        return fill(template, variables).replaceAll("[ \\t\\n]+", " ").strip();
    }
}

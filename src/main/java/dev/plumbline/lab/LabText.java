package dev.plumbline.lab;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.MustacheException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A lab's words, filled in. Variables in every text: {@code lab} (its id), {@code parameters.NAME}; where the situation
 * supplies them also {@code workspace}, {@code address}, {@code file}, {@code line}, {@code column}, {@code expected} and
 * {@code actual}. Nothing is escaped: the texts are Markdown or plain words, never HTML.
 */
public final class LabText {
    private static final Factory MUSTACHE = new Factory();

    private final Lab lab;
    private final Map<String, Object> values;

    private LabText(Lab lab, Map<String, Object> values) {
        this.lab = lab;
        this.values = values;
    }

    /** The texts of a lab with its parameters. */
    public static LabText of(Lab lab) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("lab", lab.id());
        values.put("parameters", lab.parameters().values());
        return new LabText(lab, values);
    }

    /** The same with one more variable, such as {@code workspace} or {@code line}. */
    public LabText and(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new LabText(lab, more);
    }

    /** A template with its variables filled in; a variable that the situation lacks becomes nothing. */
    public String render(String template) {
        return fill(template, values);
    }

    /**
     * A content file, filled in, as Markdown.
     *
     * @param topic the file's name without {@code .md}: {@code task}, {@code concepts}
     * @throws LabFileException if there is no such file, naming the nearest
     */
    public String topic(String topic) {
        Path file = lab.contentDirectory().resolve(topic + ".md");
        String shown = "content/" + lab.id() + "/" + topic + ".md";
        if (!topics().contains(topic)) {
            throw new LabFileException(
                    List.of(LabProblem.of(shown, "there is no such text", Nearest.hint(topic, topics()))));
        }
        try {
            return render(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException | MustacheException unreadable) {
            throw new LabFileException(List.of(LabProblem.of(
                    shown, "cannot be read: " + unreadable.getMessage(), "Run 'lab author lint " + lab.id() + "'")));
        }
    }

    /** The names of the lab's content files, without {@code .md}, sorted. */
    public List<String> topics() {
        if (!Files.isDirectory(lab.contentDirectory())) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(lab.contentDirectory())) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md"))
                    .map(name -> name.substring(0, name.length() - 3))
                    .sorted()
                    .forEach(names::add);
        } catch (IOException unreadable) {
            throw new LabFileException(
                    List.of(LabProblem.of("content/" + lab.id(), "cannot be read: " + unreadable.getMessage(), "")));
        }
        return names;
    }

    /** Fills in a template that has been checked. */
    static String fill(String template, Map<String, Object> values) {
        if (Template.isPlain(template)) {
            return template;
        }
        StringWriter out = new StringWriter();
        MUSTACHE.compile(new StringReader(template), "text").execute(out, values);
        return out.toString();
    }

    /** Mustache without escaping for HTML and without a way to other files. */
    private static final class Factory extends DefaultMustacheFactory {
        Factory() {
            super(name -> null);
        }

        @Override
        public void encode(String value, Writer writer) {
            try {
                writer.write(value);
            } catch (IOException cannotHappenInMemory) {
                throw new MustacheException("cannot write", cannotHappenInMemory);
            }
        }
    }
}

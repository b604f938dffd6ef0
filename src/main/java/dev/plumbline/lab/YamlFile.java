package dev.plumbline.lab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * One YAML file of an author, composed to nodes that know their places. A small part of YAML is enough for lab files:
 * maps, lists, texts, numbers, truth values. Anchors, aliases, tags and several documents are refused, so that what the
 * author reads is what is loaded, and no file can grow in memory beyond its own size.
 */
public final class YamlFile {
    /** A lab is a few hundred lines; a file beyond this is something else. */
    static final int MAX_BYTES = 256 * 1024;

    private static final int MAX_DEPTH = 20;

    private final String shown;
    private final String text;
    private final Problems problems;

    private YamlFile(String shown, String text, Problems problems) {
        this.shown = shown;
        this.text = text;
        this.problems = problems;
    }

    /**
     * Reads the file.
     *
     * @param path where it is
     * @param shown its name in messages
     * @param problems receives what is wrong
     * @return the document's top node, or null if it could not be read (then {@code problems} says why)
     */
    public static @Nullable YamlNode read(Path path, String shown, Problems problems) {
        String text = load(path, shown, problems);
        return text == null ? null : parse(text, shown, problems);
    }

    /** The same for a text that is in memory already. */
    public static @Nullable YamlNode parse(String text, String shown, Problems problems) {
        YamlFile file = new YamlFile(shown, text, problems);
        try {
            if (!file.isPlain()) {
                return null;
            }
            Node root = new Composer(file.parser(), new Resolver(), options()).getSingleNode();
            if (root == null) {
                problems.add(new LabProblem(shown, 1, 1, "the file is empty", "Write the lab's keys, one a line"));
                return null;
            }
            return new YamlNode(file, root);
        } catch (MarkedYAMLException broken) {
            file.report(broken);
        } catch (ReaderException unprintable) {
            problems.add(file.at(
                    unprintable.getPosition(),
                    "a character that YAML does not allow (code "
                            + Integer.toHexString(unprintable.getCodePoint())
                            + ")",
                    "Remove it"));
        } catch (YAMLException other) {
            problems.add(LabProblem.of(shown, "not readable as YAML: " + other.getMessage(), ""));
        }
        return null;
    }

    private static @Nullable String load(Path path, String shown, Problems problems) {
        if (!Files.isRegularFile(path)) {
            problems.add(LabProblem.of(
                    shown, Files.exists(path) ? "is not a regular file" : "is missing", "Create this file"));
            return null;
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                problems.add(LabProblem.of(
                        shown, "is larger than " + MAX_BYTES / 1024 + " KiB", "Keep long texts in content files"));
                return null;
            }
            return text(bytes, shown, problems);
        } catch (IOException unreadable) {
            problems.add(LabProblem.of(shown, "cannot be read: " + unreadable.getMessage(), ""));
        }
        return null;
    }

    private static @Nullable String text(byte[] bytes, String shown, Problems problems) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length); // never more characters than bytes
        boolean broken =
                StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError();
        String text = out.flip().toString();
        if (broken) {
            String last = text.substring(text.lastIndexOf('\n') + 1);
            int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
            String problem = String.format("is not UTF-8 text: the byte 0x%02X", bytes[in.position()] & 0xFF);
            problems.add(new LabProblem(
                    shown, line, 1 + last.codePointCount(0, last.length()), problem, "Save the file as UTF-8"));
            return null;
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Looks at the events first: what is refused never becomes a node. */
    private boolean isPlain() {
        ParserImpl events = parser();
        int documents = 0;
        int depth = 0;
        Event before = null;
        while (!events.checkEvent(Event.ID.StreamEnd)) {
            Event event = events.getEvent();
            if (event instanceof DocumentStartEvent && ++documents > 1) {
                return refuse(event, "a second document begins here", "One file holds one document: remove the '---'");
            }
            if (event instanceof AliasEvent) {
                return refuse(event, "aliases (*name) are not used in lab files", "Repeat the value");
            }
            if (event instanceof NodeEvent node && node.getAnchor() != null) {
                return refuse(event, "anchors (&name) are not used in lab files", "Write the value without it");
            }
            if ((event instanceof ScalarEvent scalar && scalar.getTag() != null)
                    || (event instanceof CollectionStartEvent start && start.getTag() != null)) {
                return refuse(event, "tags (!name) are not used in lab files", "Write the value without it");
            }
            if (before instanceof MappingStartEvent brace && brace.isFlow() && event instanceof MappingStartEvent) {
                return refuse(before, "a text that begins with '{{' reads as two maps", "Put the text in quotes");
            }
            if (event instanceof ScalarEvent scalar && isTornQuote(scalar)) {
                return refuse(
                        event,
                        "this quote is not closed on its line",
                        "Close it; write a long text after '>-' or '|', indented");
            }
            before = event;
            if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
                return refuse(event, "nested more than " + MAX_DEPTH + " levels deep", "Make it flatter");
            }
            if (event.is(Event.ID.MappingEnd) || event.is(Event.ID.SequenceEnd)) {
                depth--;
            }
        }
        return true;
    }

    /** YAML lets quotes run over lines, so that a forgotten one is only noticed far below. */
    private static boolean isTornQuote(ScalarEvent scalar) {
        return (scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED
                        || scalar.getScalarStyle() == ScalarStyle.SINGLE_QUOTED)
                && scalar.getStartMark().getLine() != scalar.getEndMark().getLine();
    }

    private boolean refuse(Event event, String says, String next) {
        problems.add(at(event.getStartMark(), says, next));
        return false;
    }

    private void report(MarkedYAMLException broken) {
        String problem = String.valueOf(broken.getProblem());
        String context = String.valueOf(broken.getContext());
        boolean begunAbove = broken.getContextMark() != null && YamlAdvice.isToldWhereItBegan(context);
        Mark mark = begunAbove || broken.getProblemMark() == null ? broken.getContextMark() : broken.getProblemMark();
        problems.add(at(mark, YamlAdvice.says(problem, context), YamlAdvice.next(problem, context)));
    }

    private ParserImpl parser() {
        return new ParserImpl(new StreamReader(text), options());
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_BYTES);
        options.setMaxAliasesForCollections(0);
        // Ours, in isPlain, comes first and knows the place.
        options.setNestingDepthLimit(MAX_DEPTH * 50);
        return options;
    }

    Problems problems() {
        return problems;
    }

    LabProblem at(@Nullable Mark mark, String says, String next) {
        return mark == null
                ? LabProblem.of(shown, says, next)
                : new LabProblem(shown, mark.getLine() + 1, mark.getColumn() + 1, says, next);
    }

    /** A problem at a position counted in code points from the start of the file. */
    LabProblem at(int codePoint, String says, String next) {
        int line = 1;
        int column = 1;
        int end = text.offsetByCodePoints(0, Math.min(codePoint, text.codePointCount(0, text.length())));
        for (int i = 0; i < end; i += Character.charCount(text.codePointAt(i))) {
            boolean newLine = text.charAt(i) == '\n';
            line += newLine ? 1 : 0;
            column = newLine ? 1 : column + 1;
        }
        return new LabProblem(shown, line, column, says, next);
    }

    /** Where a piece of text stands between two marks, in code points from the start of the file; the first mark if nowhere. */
    int find(String piece, int occurrence, Mark from, Mark to) {
        int start = text.offsetByCodePoints(0, from.getIndex());
        int end = text.offsetByCodePoints(start, to.getIndex() - from.getIndex());
        int at = start - 1;
        for (int i = 0; i <= occurrence; i++) {
            at = text.indexOf(piece, at + 1);
            if (at < 0 || at >= end) {
                return from.getIndex();
            }
        }
        return text.codePointCount(0, at);
    }
}

package dev.plumbline.terraform.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Reads Terraform's JSON form. A JSON text is also an expression of the native syntax (objects may have quoted keys and
 * colons), so the same reader gives the same values with their exact places; only the blocks have to be made of it.
 *
 * <p>Where the JSON form does not tell an argument from a nested block, it becomes an argument that says so ({@link
 * Argument#fromJson}). Source: the JSON configuration syntax of the Terraform language documentation.
 */
final class JsonReader {
    private static final ObjectMapper STRICT = new ObjectMapper();

    /** Blocks that Terraform itself defines inside a block of that type, with how many labels. */
    private static final Map<String, Map<String, Integer>> INNER = Map.of(
            "terraform", Map.of("required_providers", 0, "backend", 1, "cloud", 0),
            "resource", Map.of("lifecycle", 0, "connection", 0, "provisioner", 1, "dynamic", 1),
            "variable", Map.of("validation", 0),
            "output", Map.of("precondition", 0));

    private final SourceText text;

    private JsonReader(SourceText text) {
        this.text = text;
    }

    static SourceFile read(SourceText text) {
        if (!text.encoding().isUtf8()) {
            return SourceFile.empty(
                    text,
                    SyntaxTrouble.of(
                            TroubleKind.NOT_UTF8,
                            text.range(0, 0),
                            text.encoding().name()));
        }
        try {
            STRICT.readTree(text.text());
        } catch (JsonProcessingException broken) {
            int at = (int) Math.max(
                    0,
                    Math.min(
                            text.text().length(),
                            broken.getLocation() == null
                                    ? 0
                                    : broken.getLocation().getCharOffset()));
            return SourceFile.empty(
                    text, SyntaxTrouble.of(TroubleKind.INVALID_JSON, text.range(at, at), broken.getOriginalMessage()));
        } catch (StackOverflowError tooDeep) {
            return SourceFile.empty(text, SyntaxTrouble.of(TroubleKind.TOO_DEEP, text.range(0, 0), ""));
        }
        TroubleLog log = new TroubleLog(text);
        try {
            Expression all = new ExpressionParser(
                            new Cursor(text, Lexer.lex(text, new BitSet()).tokens(), log))
                    .acrossLines();
            return new SourceFile(text, new JsonReader(text).file(all), List.of(), List.of());
        } catch (SyntaxStop stopped) {
            return SourceFile.empty(text, SyntaxTrouble.of(TroubleKind.TOO_DEEP, text.range(0, 0), ""));
        }
    }

    private Body file(Expression all) {
        boolean values = FileRole.of(text.file()) == FileRole.VALUES;
        List<BodyItem> items = new ArrayList<>();
        for (Expression object : objects(all)) {
            for (Expression.Entry entry : ((Expression.ObjectCons) object).entries()) {
                String key = key(entry);
                Integer labels = values ? null : Keywords.TOP_LEVEL.get(key);
                if (labels == null) {
                    argument(key, entry, items);
                } else {
                    blocks(key, entry.key().range(), labels, List.of(), entry.value(), items);
                }
            }
        }
        return new Body(items, text.range(0, text.text().length()));
    }

    /** One block for each object at the end of the labels. */
    private void blocks(
            String type,
            SourceRange typeRange,
            int missing,
            List<Label> labels,
            Expression value,
            List<BodyItem> items) {
        for (Expression object : objects(value)) {
            if (missing == 0) {
                items.add(block(type, typeRange, labels, (Expression.ObjectCons) object));
                continue;
            }
            for (Expression.Entry entry : ((Expression.ObjectCons) object).entries()) {
                List<Label> more = new ArrayList<>(labels);
                more.add(new Label(key(entry), entry.key().range(), true));
                blocks(type, typeRange, missing - 1, more, entry.value(), items);
            }
        }
    }

    private Block block(String type, SourceRange typeRange, List<Label> labels, Expression.ObjectCons object) {
        Map<String, Integer> inner = INNER.getOrDefault(type, Map.of());
        List<BodyItem> items = new ArrayList<>();
        for (Expression.Entry entry : object.entries()) {
            String key = key(entry);
            Integer count = inner.get(key);
            if (count == null) {
                argument(key, entry, items);
            } else {
                blocks(key, entry.key().range(), count, List.of(), entry.value(), items);
            }
        }
        SourceRange header =
                labels.isEmpty() ? typeRange : labels.get(labels.size() - 1).range();
        int start = object.range().startOffset();
        int end = object.range().endOffset();
        return new Block(
                type,
                typeRange,
                labels,
                header,
                text.range(start, start + 1),
                text.range(end - 1, end),
                new Body(items, object.range()),
                object.range());
    }

    /** Comments are properties called {@code //}. */
    private void argument(String key, Expression.Entry entry, List<BodyItem> items) {
        if (!key.equals("//")) {
            SourceRange whole = text.range(
                    entry.key().range().startOffset(), entry.value().range().endOffset());
            items.add(new Argument(key, entry.key().range(), entry.value(), whole, true));
        }
    }

    private static List<Expression> objects(Expression value) {
        if (value instanceof Expression.ObjectCons) {
            return List.of(value);
        }
        return value instanceof Expression.Tuple tuple
                ? tuple.items().stream()
                        .filter(Expression.ObjectCons.class::isInstance)
                        .toList()
                : List.of();
    }

    private static String key(Expression.Entry entry) {
        String plain = entry.key() instanceof Expression.Template template ? template.plainText() : null;
        return plain == null ? "" : plain;
    }
}

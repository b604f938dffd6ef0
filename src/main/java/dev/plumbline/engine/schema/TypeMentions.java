package dev.plumbline.engine.schema;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the provider types that configuration and state can make Terraform ask for. A type's name always stands in the
 * text (it cannot be computed), so a search of the text finds all of them, in files that do not parse too.
 */
public final class TypeMentions {
    /** {@code resource "aws_x"}, {@code data aws_x}. */
    private static final Pattern DECLARED =
            Pattern.compile("\\b(resource|data|ephemeral)\\s*\"?([A-Za-z_][A-Za-z0-9_-]*)");

    /** {@code to = aws_x.y}, {@code from = aws_x.y} of import, moved and removed blocks. */
    private static final Pattern MOVED = Pattern.compile("\\b(?:to|from)\\s*=\\s*([A-Za-z_][A-Za-z0-9_-]*)\\s*[.\\[]");

    private static final Pattern FUNCTION = Pattern.compile("\\bprovider::[A-Za-z0-9_-]+::([A-Za-z0-9_-]+)");

    private static final Pattern STATE_TYPE = Pattern.compile("\"type\"\\s*:\\s*\"([A-Za-z0-9_-]+)\"");

    /** {@code provider = …} lets a type of any name belong to our provider. */
    private static final Pattern EXPLICIT_PROVIDER = Pattern.compile("\\bprovider\\s*=");

    private final String provider;
    private final Pattern word;
    private final Pattern otherLocalName;
    private final Set<String> resources = new HashSet<>();
    private final Set<String> dataSources = new HashSet<>();
    private final Set<String> ephemerals = new HashSet<>();
    private final Set<String> functions = new HashSet<>();
    private final Set<String> mentions = new HashSet<>();

    private TypeMentions(String provider) {
        this.provider = provider;
        this.word = Pattern.compile("\\b" + Pattern.quote(provider) + "_[A-Za-z0-9_-]+", Pattern.CASE_INSENSITIVE);
        this.otherLocalName =
                Pattern.compile("([A-Za-z0-9_-]+)\\s*=\\s*\\{[^{}]*/" + Pattern.quote(provider) + "\"[^{}]*\\}");
    }

    /** The AWS types that the files of a workspace mention; everything where a file cannot be read. */
    public static NeededTypes in(Path workspace) {
        return in(workspace, "aws");
    }

    /** The same for a provider of another name ({@code random}). */
    public static NeededTypes in(Path workspace, String provider) {
        TypeMentions found = new TypeMentions(provider);
        try {
            for (Path file : WorkspaceFiles.of(workspace)) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (file.getFileName().toString().endsWith(".tf.json")) {
                    return NeededTypes.everything(); // its nesting, not its text, says what is a type
                } else if (file.getFileName().toString().endsWith(".tf")) {
                    found.configuration(text);
                } else {
                    found.state(text);
                }
            }
        } catch (IOException unreadable) {
            return NeededTypes.everything();
        }
        return found.types();
    }

    private void configuration(String withComments) {
        addAll(word.matcher(withComments), mentions, 0);
        String text = HclText.withoutComments(withComments);
        boolean anyName = EXPLICIT_PROVIDER.matcher(text).find() || hasOtherLocalName(text);
        Matcher declared = DECLARED.matcher(text);
        while (declared.find()) {
            String type = declared.group(2);
            if (anyName || isOurs(type)) {
                declaredAs(declared.group(1)).add(type);
            }
        }
        Matcher moved = MOVED.matcher(text);
        while (moved.find()) {
            if (isOurs(moved.group(1))) {
                resources.add(moved.group(1));
            }
        }
        addAll(FUNCTION.matcher(text), functions, 1);
    }

    private Set<String> declaredAs(String keyword) {
        return switch (keyword) {
            case "resource" -> resources;
            case "data" -> dataSources;
            default -> ephemerals;
        };
    }

    private void state(String text) {
        addAll(STATE_TYPE.matcher(text), mentions, 1);
    }

    /** Terraform takes the part before the first underscore for the provider's name. */
    private boolean isOurs(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        return lower.equals(provider) || lower.startsWith(provider + "_");
    }

    private boolean hasOtherLocalName(String text) {
        Matcher local = otherLocalName.matcher(text);
        while (local.find()) {
            if (!local.group(1).equals(provider)) {
                return true;
            }
        }
        return false;
    }

    private static void addAll(Matcher matcher, Set<String> to, int group) {
        while (matcher.find()) {
            to.add(matcher.group(group));
        }
    }

    private NeededTypes types() {
        return new NeededTypes.Named(resources, dataSources, ephemerals, functions, mentions);
    }
}

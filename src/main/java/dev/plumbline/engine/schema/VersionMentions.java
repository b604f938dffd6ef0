package dev.plumbline.engine.schema;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds which versions of a provider a workspace wants: its {@code required_providers} and its lock file. */
public final class VersionMentions {
    private static final Pattern VERSION = Pattern.compile("\\bversion\\s*=\\s*\"([^\"\\n]*)\"");

    private final String source;
    private final Pattern required;
    private final Pattern block;

    private VersionMentions(String source) {
        this.source = source;
        String[] parts = source.split("/");
        String type = Pattern.quote(parts[parts.length - 1]);
        required = Pattern.compile("\\b" + type + "\\s*=\\s*(?:\\{([^{}]*)\\}|\"([^\"\\n]*)\")");
        // A version in the provider block is deprecated and still honoured.
        block = Pattern.compile("\\bprovider\\s+\"?" + type + "\"?\\s*\\{([^{}]*)");
    }

    /**
     * The constraints in Terraform's syntax, that of the lock file as {@code = 5.100.0}; empty where there are none, or
     * none that can be read.
     *
     * @param source the provider's address, {@code registry.terraform.io/hashicorp/aws}
     */
    public static List<String> in(Path workspace, String source) {
        VersionMentions mentions = new VersionMentions(source);
        List<String> found = new ArrayList<>();
        try {
            for (Path file : WorkspaceFiles.of(workspace)) {
                if (file.getFileName().toString().endsWith(".tf")) {
                    mentions.addConfigured(Files.readString(file, StandardCharsets.ISO_8859_1), found);
                }
            }
            Path lock = workspace.resolve(".terraform.lock.hcl");
            if (Files.isRegularFile(lock)) {
                mentions.addLocked(Files.readString(lock, StandardCharsets.ISO_8859_1), found);
            }
        } catch (IOException unreadable) {
            return List.copyOf(found); // Terraform will say so itself
        }
        return found.stream().distinct().toList();
    }

    private void addConfigured(String withComments, List<String> found) {
        String text = HclText.withoutComments(withComments);
        if (text.contains("required_providers")) {
            Matcher wanted = required.matcher(text);
            while (wanted.find()) {
                if (wanted.group(2) != null) {
                    found.add(wanted.group(2)); // the old short form: aws = "~> 5.0"
                } else {
                    addVersion(wanted.group(1), found);
                }
            }
        }
        Matcher configured = block.matcher(text);
        while (configured.find()) {
            addVersion(configured.group(1), found);
        }
    }

    private void addLocked(String text, List<String> found) {
        int at = text.indexOf("provider \"" + source + "\"");
        if (at >= 0) {
            int end = text.indexOf('}', at);
            List<String> locked = new ArrayList<>();
            addVersion(text.substring(at, end < 0 ? text.length() : end), locked);
            locked.forEach(version -> found.add("= " + version));
        }
    }

    private static void addVersion(String body, List<String> found) {
        Matcher version = VERSION.matcher(body);
        if (version.find() && !version.group(1).isBlank()) {
            found.add(version.group(1));
        }
    }
}

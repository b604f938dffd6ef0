package dev.plumbline.coaching;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the tables of small files in {@code src/test/resources/coaching}; the format is told there. */
final class SmallCases {
    private static final String PROVIDER = "provider \"aws\" {\n  region = \"us-east-1\"\n}\n";
    private static final String MODE = "  stream_mode_details {\n    stream_mode = \"ON_DEMAND\"\n  }";
    private static final String RESOURCE =
            "resource \"aws_kinesis_stream\" \"s\" {\n  name = \"datacenter-stream\"\n" + MODE + "\n}\n";

    private SmallCases() {}

    /** One case: what it is about, and its files by name. */
    record SmallCase(String mistake, String title, Map<String, String> files) {
        void writeTo(Path folder) throws IOException {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        }

        @Override
        public String toString() {
            return mistake + ": " + title;
        }
    }

    static List<SmallCase> read(String name) throws IOException {
        List<SmallCase> cases = new ArrayList<>();
        try (InputStream in = SmallCases.class.getResourceAsStream("/coaching/" + name)) {
            if (in == null) {
                throw new IOException("no resource " + name);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String[] parts = text.split("(?m)^=== ", -1);
            for (int i = 1; i < parts.length; i++) {
                String[] headAndBody = parts[i].split("\n", 2);
                String[] head = headAndBody[0].split(": ", 2);
                cases.add(new SmallCase(head[0], head[1], files(headAndBody[1])));
            }
        }
        return cases;
    }

    private static Map<String, String> files(String body) {
        Map<String, String> files = new LinkedHashMap<>();
        String filled = body.replaceAll("(?m)^\\$P$", PROVIDER.strip())
                .replaceAll("(?m)^\\$M$", MODE)
                .replaceAll("(?m)^\\$R$", RESOURCE.strip())
                .replace("␣", " ");
        String[] parts = filled.split("(?m)^@ ", -1);
        if (!parts[0].isBlank()) {
            files.put("main.tf", parts[0]);
        }
        for (int i = 1; i < parts.length; i++) {
            String[] named = parts[i].split("\n", 2);
            files.put(named[0].strip(), named[1]);
        }
        return files;
    }
}

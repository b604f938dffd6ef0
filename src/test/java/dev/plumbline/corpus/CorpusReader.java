package dev.plumbline.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cases of a corpus folder: {@code learners/NAME/case.json} and {@code integrity/NAME/EXPECT.txt}. A folder
 * that holds the case folders directly is read too.
 */
final class CorpusReader {
    /** The requirements' names in the cases and their ids in the lab. */
    private static final Map<String, String> IDS = Map.of(
            "single_file", "single-file",
            "name", "stream-name",
            "region", "region",
            "mode", "stream-mode",
            "no_changes", "no-changes");

    private static final ObjectMapper JSON = new ObjectMapper();

    private CorpusReader() {}

    /** All cases of the corpus, by name. */
    static List<CorpusCase> read(Path corpus) throws IOException {
        List<CorpusCase> cases = new ArrayList<>();
        for (Path group : List.of(corpus, corpus.resolve("learners"), corpus.resolve("integrity"))) {
            if (!Files.isDirectory(group)) {
                continue;
            }
            for (Path folder : foldersIn(group)) {
                if (Files.isRegularFile(folder.resolve("case.json"))) {
                    cases.add(learner(folder));
                } else if (Files.isRegularFile(folder.resolve("EXPECT.txt"))) {
                    cases.add(integrity(folder));
                }
            }
        }
        cases.sort(Comparator.comparing(CorpusCase::name));
        return cases;
    }

    private static List<Path> foldersIn(Path group) throws IOException {
        try (Stream<Path> children = Files.list(group)) {
            return children.filter(Files::isDirectory).toList();
        }
    }

    private static CorpusCase learner(Path folder) throws IOException {
        JsonNode json = JSON.readTree(folder.resolve("case.json").toFile());
        Map<String, String> requirements = new LinkedHashMap<>();
        json.path("requirements")
                .properties()
                .forEach(entry ->
                        requirements.put(id(entry.getKey()), entry.getValue().asText()));
        Set<String> contested = new TreeSet<>();
        json.path("contested").fieldNames().forEachRemaining(name -> contested.add(id(name)));
        Map<String, String> environment = new LinkedHashMap<>();
        json.path("env")
                .properties()
                .forEach(entry ->
                        environment.put(entry.getKey(), entry.getValue().asText()));
        return new CorpusCase(
                folder.getFileName().toString(),
                folder,
                new CorpusCase.Expected(
                        json.path("verdict").asText(),
                        json.path("stage").asText(),
                        requirements,
                        contested,
                        json.path("mistake").asText()),
                texts(json.path("setup")),
                environment,
                ServerCondition.of(json.path("server").asText("")),
                fix(json.path("fix")));
    }

    private static CorpusCase.@Nullable Fix fix(JsonNode json) {
        if (!json.isObject()) {
            return null;
        }
        return new CorpusCase.Fix(texts(json.path("steps")), !json.path("diff").isEmpty());
    }

    /** A whole submission: only the verdict is known, after init and apply in a clean account. */
    private static CorpusCase integrity(Path folder) throws IOException {
        boolean pass = Files.readString(folder.resolve("EXPECT.txt")).startsWith("pass");
        return new CorpusCase(
                folder.getFileName().toString(),
                folder,
                new CorpusCase.Expected(pass ? "pass" : "fail", "", Map.of(), Set.of(), ""),
                pass ? List.of("init", "apply") : List.of("try:init", "try:apply"),
                Map.of(),
                ServerCondition.EMBEDDED,
                null);
    }

    private static String id(String name) {
        return IDS.getOrDefault(name, name);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}

package dev.plumbline.authoring.draft;

import dev.plumbline.workbench.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes a new lab: its file, a solution, cases of both kinds, all texts and hints. */
public final class NewLab {
    private final Path templates;

    /**
     * From the templates of an installation.
     *
     * @param home the folder with {@code content/authoring/new-lab}
     */
    public NewLab(Path home) {
        this.templates = home.resolve("content").resolve("authoring").resolve("new-lab");
    }

    /**
     * Writes it into {@code labs/ID} and {@code content/ID} below a folder.
     *
     * @return the files that were written, relative to that folder
     * @throws UserError if there is such a lab already, or the folder cannot be written
     */
    public List<String> write(Blueprint plan, Path folder) {
        for (String part : List.of("labs/" + plan.id(), "content/" + plan.id())) {
            if (Files.exists(folder.resolve(part))) {
                throw UserError.usage("There is a " + part + " already. Choose another name, or remove it first.");
            }
        }
        try {
            Map<String, String> files = files(plan);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path to = folder.resolve(file.getKey());
                Files.createDirectories(to.getParent());
                Files.writeString(to, file.getValue());
            }
            return List.copyOf(files.keySet());
        } catch (IOException refused) {
            throw UserError.trouble("The lab could not be written: " + refused.getMessage());
        }
    }

    private Map<String, String> files(Blueprint plan) throws IOException {
        Draft draft = new Draft(plan);
        Map<String, String> files = new LinkedHashMap<>();
        String lab = "labs/" + plan.id() + "/";
        files.put(lab + "lab.yaml", LabYaml.of(plan));
        files.put(lab + "solution/main.tf", draft.solution());
        for (Draft.Case one : draft.cases()) {
            one.files().forEach((name, text) -> files.put(lab + "cases/" + one.name() + "/" + name, text));
            files.put(lab + "cases/" + one.name() + "/case.yaml", one.yaml());
        }
        try (Stream<Path> texts = Files.list(templates)) {
            for (Path text : texts.sorted().toList()) {
                files.put(
                        "content/" + plan.id() + "/" + text.getFileName(), filled(plan, draft, Files.readString(text)));
            }
        }
        return files;
    }

    private static String filled(Blueprint plan, Draft draft, String text) {
        StringBuilder tasks = new StringBuilder();
        StringBuilder hints = new StringBuilder();
        int number = 4;
        for (Map.Entry<String, String> wanted : plan.wanted().entrySet()) {
            String id = Blueprint.requirement(wanted.getKey());
            tasks.append(number++ + ". **`" + wanted.getKey() + "`** is `" + wanted.getValue() + "`.\n");
            hints.append("\n- requirement: " + id + "\n  steps:\n"
                    + "    - \"Which value does " + wanted.getKey() + " have in your file?\"\n"
                    + "    - \"The task asks for a value that is not the default, so the file has to say it.\"\n"
                    + "    - \"Set " + wanted.getKey() + " to " + wanted.getValue() + " in the resource.\"\n");
        }
        return text.replace("%NOUN%", plan.noun())
                .replace("%TYPE%", plan.type())
                .replace("%IDENTITY%", plan.identity())
                .replace("%LABEL%", plan.label())
                .replace("%TASKS%", tasks)
                .replace("%LAST%", Integer.toString(number))
                .replace("%HINTS%", hints)
                .replace("%SOLUTION%", draft.solution());
    }
}

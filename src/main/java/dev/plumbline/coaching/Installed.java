package dev.plumbline.coaching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Which version of the AWS provider is installed for the learner. */
final class Installed {
    private static final String FOLDER = ".terraform/providers/registry.terraform.io/hashicorp/aws";

    private Installed() {}

    /** What init has put into the folder; else what the run has shown; else the version this catalogue was written for. */
    static String provider(Situation situation) {
        Path folder = situation.folder().root().resolve(FOLDER);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> versions = Files.list(folder)) {
                List<String> names = versions.map(p -> p.getFileName().toString())
                        .filter(name -> name.matches("\\d+\\.\\d+\\.\\d+.*"))
                        .sorted()
                        .toList();
                if (!names.isEmpty()) {
                    return names.get(names.size() - 1);
                }
            } catch (IOException closed) {
                return "";
            }
        }
        String shown = situation.report().tools().getOrDefault("provider", "");
        return shown.isEmpty()
                ? situation.catalogue().shape("provider").map(Shape::version).orElse("")
                : shown;
    }
}

package dev.plumbline.grading.gather;

import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.Configuration;
import dev.plumbline.terraform.source.Expression;
import dev.plumbline.workspace.WorkspaceSnapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Modules that the code calls from a folder inside the workspace and that the learner's init has installed. */
final class LocalModules {
    private LocalModules() {}

    /** The folders, relative to the workspace, by the names of the calls; none before an init that saw them. */
    static Map<String, String> of(WorkspaceSnapshot snapshot, Configuration source) {
        Path installed =
                snapshot.root().resolve(".terraform").resolve("modules").resolve("modules.json");
        Map<String, String> folders = new LinkedHashMap<>();
        if (!Files.isRegularFile(installed)) {
            return folders;
        }
        for (Block module : source.modules()) {
            String place = module.body()
                    .argument("source")
                    .map(a -> a.value() instanceof Expression.Template t ? t.plainText() : null)
                    .orElse(null);
            if (place != null && place.startsWith("./")) {
                Path folder = Path.of(place).normalize();
                if (!folder.startsWith("..") && !folder.toString().isEmpty()) {
                    folders.put(module.label(0), folder.toString().replace('\\', '/'));
                }
            }
        }
        return folders;
    }
}

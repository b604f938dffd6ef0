package dev.plumbline.grading.gather;

import dev.plumbline.cloud.Backend;
import dev.plumbline.terraform.Cancellation;
import java.nio.file.Path;
import java.util.Map;

/** Starts in the background what the first plan of a session would otherwise wait for: the provider. */
public final class HeadStart {
    private HeadStart() {}

    /** For the runs on that folder, in the environment that they will have. */
    public static void give(Path folder, Map<String, String> caller, Backend backend, ProviderSource providers) {
        new TerraformRuns(caller, backend, providers, java.util.List.of(), new Cancellation()).prepare(folder);
    }
}

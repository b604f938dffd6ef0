package dev.plumbline.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a learner's Terraform commands are started: as they are, or through {@code lab shell}, which is how a learner without
 * a session starts them.
 *
 * @param prefix what stands before {@code terraform}
 * @param workspace where {@code lab shell} runs them; a command for another folder has to go there first
 */
record TerraformLaunch(List<String> prefix, Path workspace) {
    /** As they are, with AWS in the environment. */
    static TerraformLaunch plain(Path workspace) {
        return new TerraformLaunch(List.of(), workspace);
    }

    /** The whole command line. */
    List<String> command(Path folder, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        if (!prefix.isEmpty() && !folder.equals(workspace)) {
            command.addAll(List.of("sh", "-c", "cd \"$0\" && exec \"$@\"", folder.toString()));
        }
        command.add("terraform");
        command.addAll(arguments);
        return command;
    }
}

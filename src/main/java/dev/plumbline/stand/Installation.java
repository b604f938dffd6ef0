package dev.plumbline.stand;

import dev.plumbline.lab.Lab;
import dev.plumbline.workbench.AwsChoice;
import dev.plumbline.workbench.UserError;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What answers are tried with.
 *
 * @param home where the coach's catalogues are
 * @param caller the author's environment
 * @param say told what is worth a line while it runs
 */
public record Installation(Path home, Map<String, String> caller, Consumer<String> say) {
    public Installation {
        caller = Map.copyOf(caller);
    }

    /**
     * Opens stands for a lab; each is set up when first needed.
     *
     * @param solution the lab's solution, for the one init that installs the providers
     * @param aws what {@code --aws} asks for
     * @param wanted how many at most
     * @throws UserError if Terraform or the AWS that is meant cannot be used
     */
    public Stands open(Lab lab, Answer solution, AwsChoice aws, int wanted) throws InterruptedException {
        return Stands.open(lab, solution, AwsKind.of(lab, aws, caller), wanted, this);
    }
}

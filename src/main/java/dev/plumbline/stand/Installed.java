package dev.plumbline.stand;

import dev.plumbline.terraform.Cancellation;
import dev.plumbline.terraform.CommandResult;
import dev.plumbline.terraform.TerraformCli;
import dev.plumbline.terraform.TerraformCommand;
import dev.plumbline.terraform.TerraformTrouble;
import dev.plumbline.workbench.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a learner's {@code terraform init} leaves behind, made once by a real one and then lent to every stand: {@code
 * .terraform/providers} and the lock file.
 */
record Installed(Path folder) {
    private static final String LOCK = ".terraform.lock.hcl";

    /**
     * Runs the one init.
     *
     * @throws UserError where Terraform cannot install what the answer asks for
     */
    static Installed by(TerraformCli cli, Answer answer, Path folder) throws InterruptedException {
        try {
            Files.createDirectories(folder);
            new FolderCopy(answer.files()).into(folder);
            CommandResult result = cli.run(folder, TerraformCommand.init(), new Cancellation());
            if (!result.exited(0)) {
                throw UserError.trouble(
                        "terraform init fails for the lab's solution:\n" + (result.errors() + result.output()).strip());
            }
            return new Installed(folder);
        } catch (IOException refused) {
            throw UserError.trouble(folder + " cannot be written: " + refused.getMessage());
        } catch (TerraformTrouble trouble) {
            throw UserError.trouble(String.valueOf(trouble.getMessage()));
        }
    }

    /** Puts it into a folder that has none. */
    void lendTo(Path other) throws IOException {
        Path providers = folder.resolve(".terraform").resolve("providers");
        if (Files.isDirectory(providers)) {
            Path data = Files.createDirectories(other.resolve(".terraform"));
            Files.createSymbolicLink(data.resolve("providers"), providers);
        }
        if (Files.isRegularFile(folder.resolve(LOCK))) {
            Files.copy(folder.resolve(LOCK), other.resolve(LOCK));
        }
    }
}

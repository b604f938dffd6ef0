package dev.plumbline.cohort.vetting;

import dev.plumbline.terraform.source.Argument;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.Expression;

/** Where the state would be kept: only in the folder itself. */
final class BackendRule implements Rule {
    @Override
    public void look(CodeFolder code, Found found) {
        for (Block settings : code.topBlocks("terraform")) {
            for (Block block : settings.body().blocks()) {
                if (block.type().equals("cloud")) {
                    found.object(
                            block.typeRange(), "a cloud block would keep the state at HCP Terraform and run there");
                } else if (block.type().equals("backend")) {
                    backend(block, found);
                }
            }
            for (Argument argument : settings.body().arguments()) {
                if (argument.name().equals("backend") || argument.name().equals("cloud")) {
                    found.object(argument.nameRange(), "where the state is to be kept cannot be read plainly");
                }
            }
        }
    }

    private static void backend(Block block, Found found) {
        if (!block.label(0).equals("local")) {
            found.object(block.headerRange(), "a backend \"" + block.label(0) + "\" would keep the state elsewhere");
            return;
        }
        for (Argument argument : block.body().arguments()) {
            String path = argument.value() instanceof Expression.Template template ? template.plainText() : null;
            if (path == null || !Inside.stays(path)) {
                found.object(argument.range(), "the backend's " + argument.name() + " leads out of the folder");
            }
        }
    }
}

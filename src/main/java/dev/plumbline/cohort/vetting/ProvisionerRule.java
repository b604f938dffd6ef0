package dev.plumbline.cohort.vetting;

import dev.plumbline.terraform.source.Block;

/** Provisioners: programs that Terraform starts, here or on another machine. */
final class ProvisionerRule implements Rule {
    @Override
    public void look(CodeFolder code, Found found) {
        for (Block block : code.allBlocks()) {
            if (block.type().equals("provisioner")) {
                found.object(block.typeRange(), what(block.label(0)));
            } else if (block.type().equals("action")) {
                found.object(block.typeRange(), "an action does something of its own when it is applied");
            }
        }
    }

    private static String what(String kind) {
        return switch (kind) {
            case "local-exec" -> "a local-exec provisioner would run a command on the grader's machine";
            case "remote-exec" -> "a remote-exec provisioner would log in to another machine and run commands there";
            case "file" -> "a file provisioner would copy files to another machine";
            default -> "a provisioner \"" + kind + "\" would run a program";
        };
    }
}

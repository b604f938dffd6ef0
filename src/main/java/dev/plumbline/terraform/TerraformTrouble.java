package dev.plumbline.terraform;

import java.io.Serial;

/** Terraform could not be used at all, through no fault of the learner's file. The message says what to do. */
public final class TerraformTrouble extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /** With a message for the person at the keyboard. */
    public TerraformTrouble(String message) {
        super(message);
    }
}

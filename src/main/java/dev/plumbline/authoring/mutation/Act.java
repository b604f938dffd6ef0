package dev.plumbline.authoring.mutation;

import java.util.List;

/** Something that happens to an applied answer. */
sealed interface Act {
    /** Somebody changes the live subject by hand. */
    record Meddle(String meddling) implements Act {}

    /** A file of the folder is lost. */
    record Lose(String file) implements Act {}

    /** A file of the folder is overwritten. */
    record Overwrite(String file, String text) implements Act {}

    /** A Terraform command; {@code ADDRESS} stands for the subject's address in the state. */
    record Terraform(List<String> words) implements Act {
        public Terraform {
            words = List.copyOf(words);
        }
    }
}

package dev.plumbline.authoring.mutation;

import java.util.List;

/** Something that happens to an applied answer. */
sealed interface Act {
    /** What happens, in words. */
    String words();

    /** Somebody changes the live subject by hand. */
    record Meddle(String meddling) implements Act {
        @Override
        public String words() {
            return "somebody changes the cloud by hand: " + meddling;
        }
    }

    /** A file of the folder is lost. */
    record Lose(String file) implements Act {
        @Override
        public String words() {
            return file + " is lost";
        }
    }

    /** A file of the folder is overwritten. */
    record Overwrite(String file, String text) implements Act {
        @Override
        public String words() {
            return file + " is overwritten";
        }
    }

    /** A Terraform command; {@code ADDRESS} stands for the subject's address in the state. */
    record Terraform(List<String> command) implements Act {
        public Terraform {
            command = List.copyOf(command);
        }

        @Override
        public String words() {
            return "terraform " + String.join(" ", command);
        }
    }
}

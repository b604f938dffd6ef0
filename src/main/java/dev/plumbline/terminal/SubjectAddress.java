package dev.plumbline.terminal;

import dev.plumbline.terraform.source.Configuration;
import dev.plumbline.terraform.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How the learner's own code calls the resource that the lab is about: what hints and commands have to name. */
final class SubjectAddress {
    private static final long LARGEST = 1_000_000;

    private SubjectAddress() {}

    static String in(LabRun lab) {
        String type = lab.lab().subject().resource();
        Path file = lab.workspace().resolve(lab.lab().rules().codeFile());
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= LARGEST) {
                SourceText text = SourceText.of(lab.lab().rules().codeFile(), Files.readAllBytes(file));
                return Configuration.of(List.of(text)).blocks("resource").stream()
                        .filter(block ->
                                block.label(0).equals(type) && !block.label(1).isEmpty())
                        .findFirst()
                        .map(block -> type + "." + block.label(1))
                        .orElse(type + ".NAME");
            }
        } catch (IOException unreadable) {
            return type + ".NAME"; // the check says what is wrong with the file
        }
        return type + ".NAME";
    }
}

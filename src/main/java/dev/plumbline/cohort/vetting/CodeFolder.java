package dev.plumbline.cohort.vetting;

import dev.plumbline.cohort.intake.Submission;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.Configuration;
import dev.plumbline.terraform.source.Evaluator;
import dev.plumbline.terraform.source.Situation;
import dev.plumbline.terraform.source.SourceFile;
import dev.plumbline.terraform.source.SourceText;
import java.util.List;
import java.util.Optional;

/** One folder of a submission that Terraform would load: its top, or a module's. */
final class CodeFolder {
    private final Submission submission;
    private final String path;
    private final Configuration configuration;
    private final Evaluator evaluator;

    /**
     * A folder.
     *
     * @param path relative to the submission, with a slash at its end; empty for the top
     */
    CodeFolder(Submission submission, String path) {
        this.submission = submission;
        this.path = path;
        this.configuration = Configuration.of(submission.files().entrySet().stream()
                .filter(file -> file.getKey().startsWith(path) && file.getKey().indexOf('/', path.length()) < 0)
                .map(file -> SourceText.of(file.getKey(), file.getValue()))
                .toList());
        this.evaluator = new Evaluator(configuration, Situation.PLAIN);
    }

    String path() {
        return path;
    }

    Configuration configuration() {
        return configuration;
    }

    Evaluator evaluator() {
        return evaluator;
    }

    /** The bytes of a file, by its path from the submission's top. */
    Optional<byte[]> file(String name) {
        return Optional.ofNullable(submission.files().get(name));
    }

    /** Whether the submission has any file below a folder, by its path from the top. */
    boolean hasFolder(String folder) {
        return submission.files().keySet().stream().anyMatch(name -> name.startsWith(folder));
    }

    /** Every block of every code file, nested ones too. What an override file would take away is among them. */
    List<Block> allBlocks() {
        return configuration.files().stream()
                .map(SourceFile::allBlocks)
                .flatMap(List::stream)
                .toList();
    }

    /** The blocks at the top of every code file. */
    List<Block> topBlocks(String type) {
        return configuration.files().stream()
                .flatMap(file -> file.body().blocks(type).stream())
                .toList();
    }
}

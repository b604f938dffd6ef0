package dev.plumbline.corpus;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The cases of our own making that lie with the tests. */
final class Sample {
    private Sample() {}

    /** Learners' work of every kind. */
    static List<CorpusCase> learners() throws IOException {
        return CorpusReader.read(folder("learners"));
    }

    /** Work on which plan says "No changes", or as good as, and that must not pass. */
    static List<CorpusCase> falseNoChanges() throws IOException {
        return CorpusReader.read(folder("no-changes"));
    }

    private static Path folder(String group) {
        try {
            return Path.of(Objects.requireNonNull(Sample.class.getResource("/corpus/" + group))
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("a resource's own address is a URI", impossible);
        }
    }
}

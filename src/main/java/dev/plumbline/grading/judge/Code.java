package dev.plumbline.grading.judge;

import dev.plumbline.grading.Finding;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the learner's code amounts to, as far as the lab's subject is concerned. */
public sealed interface Code {
    /** No code: no file, an empty one, comments alone. */
    record Nothing() implements Code {}

    /** Terraform cannot read it. */
    record Broken(String why, Finding.@Nullable Place place) implements Code {}

    /**
     * It can be read and asks for no instance of the subject's type.
     *
     * @param instead what stands in its place (a misspelt type, a data source), or empty
     * @param place where that is
     * @param region the region of the provider the code configures
     */
    record Elsewhere(String instead, Finding.@Nullable Place place, CodeValue region) implements Code {}

    /** It asks for the subject. */
    record Declared(List<Instance> instances) implements Code {
        public Declared {
            instances = List.copyOf(instances);
        }
    }

    /** One instance of the subject's type that the code asks for. */
    interface Instance {
        /** As Terraform prints it, index included. */
        String address();

        /** Where its block begins. */
        Finding.Place place();

        /** What the code says of an attribute, nested blocks by dotted path. */
        CodeValue attribute(String path);

        /** The region the code gives it: on the resource, or through its provider. */
        CodeValue region();

        /** The top-level attributes that {@code lifecycle.ignore_changes} names; {@code *} for all. */
        Set<String> ignoredChanges();

        /** The dotted paths of all arguments that are written, nested ones too, in the order of the file. */
        List<String> written();
    }
}

package dev.plumbline.engine.schema;

import java.util.Set;

/** Which of a provider's types a run will ask about. */
public sealed interface NeededTypes {
    /** The whole schema: always right, and slow (Terraform decodes 5 MB for the AWS provider). */
    record Everything() implements NeededTypes {}

    /**
     * Only these. A name of the first three sets that the provider does not have brings the names of all its types, an
     * unknown function the whole schema, so that Terraform's suggestions ("Did you mean …?") are drawn from the same
     * names as ever.
     *
     * @param resources types of managed resources in the configuration
     * @param dataSources types of data sources
     * @param ephemerals types of ephemeral resources
     * @param functions provider functions, without {@code provider::aws::}
     * @param mentions names that may be types of any kind (those of the state, of references, of labels): kept where
     *     the provider knows them, of no consequence where it does not
     */
    record Named(
            Set<String> resources,
            Set<String> dataSources,
            Set<String> ephemerals,
            Set<String> functions,
            Set<String> mentions)
            implements NeededTypes {
        /** Copies the sets. */
        public Named {
            resources = Set.copyOf(resources);
            dataSources = Set.copyOf(dataSources);
            ephemerals = Set.copyOf(ephemerals);
            functions = Set.copyOf(functions);
            mentions = Set.copyOf(mentions);
        }
    }

    /** The whole schema. */
    static NeededTypes everything() {
        return new Everything();
    }

    /** Only these managed resources. */
    static NeededTypes resources(String... types) {
        return new Named(Set.of(types), Set.of(), Set.of(), Set.of(), Set.of());
    }
}

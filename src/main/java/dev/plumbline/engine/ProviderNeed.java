package dev.plumbline.engine;

import dev.plumbline.engine.schema.NeededTypes;
import dev.plumbline.engine.schema.TypeMentions;
import dev.plumbline.engine.schema.VersionMentions;
import java.nio.file.Path;
import java.util.List;

/**
 * What a run needs of a provider.
 *
 * @param source the provider's address, {@code registry.terraform.io/hashicorp/aws}
 * @param constraints version constraints in Terraform's own syntax, all of which must hold: those of the
 *     configuration ({@code ~> 5.0}) and, where the workspace has a lock file, the version it names ({@code = 5.100.0}).
 *     Empty: the newest that {@code terraform init} finds
 * @param types the types to serve the schema of
 */
public record ProviderNeed(String source, List<String> constraints, NeededTypes types) {
    /** The AWS provider's address. */
    public static final String AWS = "registry.terraform.io/hashicorp/aws";

    /** Copies the constraints. */
    public ProviderNeed {
        constraints = List.copyOf(constraints);
    }

    /** The AWS provider, any version, whole schema. */
    public static ProviderNeed aws() {
        return new ProviderNeed(AWS, List.of(), NeededTypes.everything());
    }

    /** The AWS provider, any version, these types. */
    public static ProviderNeed aws(NeededTypes types) {
        return new ProviderNeed(AWS, List.of(), types);
    }

    /**
     * The AWS provider with the types that the files of a workspace mention, every {@code *.tf}, {@code *.tf.json} and
     * state file in it, local modules included, and with the versions that its {@code required_providers} and its lock
     * file want. Reading is textual and errs on the side of more types, so it needs no valid configuration; what cannot
     * be read makes it everything.
     */
    public static ProviderNeed awsFor(Path workspace) {
        return new ProviderNeed(AWS, VersionMentions.in(workspace, AWS), TypeMentions.in(workspace));
    }

    /** The same need with these version constraints. */
    public ProviderNeed withConstraints(List<String> wanted) {
        return new ProviderNeed(source, wanted, types);
    }
}

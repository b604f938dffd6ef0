package dev.plumbline.cohort.vetting;

import dev.plumbline.terraform.source.Argument;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.BodyItem;
import dev.plumbline.terraform.source.SourceRange;
import java.util.Map;
import java.util.Set;

/**
 * What a {@code provider "aws"} block may say. Honest learners write a region, tags, keys that open nothing, and the flags
 * that every guide to emulators recommends; what leads to another endpoint, another account or a file of the machine is
 * objected to. A name that is in neither list has to be refused by Terraform (the provider's documentation, "Argument
 * Reference", 5.100 and 6).
 */
final class AwsProviderRule implements Rule {
    private static final Set<String> FINE = Set.of(
            "alias",
            "region",
            "version",
            "access_key",
            "secret_key",
            "token",
            "default_tags",
            "ignore_tags",
            "allowed_account_ids",
            "forbidden_account_ids",
            "insecure",
            "max_retries",
            "retry_mode",
            "s3_force_path_style",
            "s3_us_east_1_regional_endpoint",
            "s3_use_path_style",
            "skip_credentials_validation",
            "skip_get_ec2_platforms",
            "skip_metadata_api_check",
            "skip_region_validation",
            "skip_requesting_account_id",
            "sts_region",
            "token_bucket_rate_limiter_capacity",
            "use_dualstack_endpoint",
            "use_fips_endpoint");

    private static final Map<String, String> OUTSIDE = Map.ofEntries(
            Map.entry("endpoints", "would send its calls to another address than the grader's AWS"),
            Map.entry("profile", "would use a profile of the grader's own AWS configuration"),
            Map.entry("shared_config_files", "names a configuration file, which can name a program to run"),
            Map.entry("shared_credentials_file", "names a credentials file, which can name a program to run"),
            Map.entry("shared_credentials_files", "names a credentials file, which can name a program to run"),
            Map.entry("assume_role", "would take on a role of another account"),
            Map.entry("assume_role_with_web_identity", "would take on a role of another account"),
            Map.entry("custom_ca_bundle", "names a file of the machine"),
            Map.entry("http_proxy", "would send its calls through another machine"),
            Map.entry("https_proxy", "would send its calls through another machine"),
            Map.entry("no_proxy", "would change which way its calls go"),
            Map.entry("ec2_metadata_service_endpoint", "would ask the grader's machine for credentials"),
            Map.entry("ec2_metadata_service_endpoint_mode", "would ask the grader's machine for credentials"));

    /** A brace in the wrong place: what is a block of its own was never a setting. Nobody asks for it, so it does nothing. */
    private static final Set<String> MISPLACED =
            Set.of("resource", "data", "variable", "output", "locals", "module", "provider", "terraform");

    private static final Set<String> SECRET = Set.of("access_key", "secret_key", "token");

    /** Shorter ones, such as {@code test}, are no secrets and are words of their own. */
    private static final int SHORTEST_SECRET = 12;

    @Override
    public void look(CodeFolder code, Found found) {
        for (Block provider : code.topBlocks("provider")) {
            for (BodyItem item : provider.body().items()) {
                if (item instanceof Argument argument) {
                    named(argument.name(), argument.nameRange(), found);
                    secret(code, argument, found);
                } else if (item instanceof Block block) {
                    named(block.type().equals("dynamic") ? block.label(0) : block.type(), block.typeRange(), found);
                }
            }
        }
    }

    private static void named(String name, SourceRange place, Found found) {
        String why = OUTSIDE.get(name);
        if (why != null) {
            found.object(place, "the provider's " + name + " " + why);
        } else if (!FINE.contains(name) && !MISPLACED.contains(name)) {
            found.doubt();
        }
    }

    private static void secret(CodeFolder code, Argument argument, Found found) {
        if (SECRET.contains(argument.name())) {
            code.evaluator()
                    .evaluate(argument.value())
                    .text()
                    .filter(text -> text.length() >= SHORTEST_SECRET)
                    .ifPresent(found::secret);
        }
    }
}

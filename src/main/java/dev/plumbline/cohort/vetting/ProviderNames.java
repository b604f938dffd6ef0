package dev.plumbline.cohort.vetting;

import dev.plumbline.terraform.source.Argument;
import dev.plumbline.terraform.source.Configuration;
import dev.plumbline.terraform.source.Expression;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The addresses of providers and which of them a lab needs. Only those can be installed where submissions run, so that
 * another one never runs; an objection to it says why, where Terraform would say that the file is wrong.
 */
final class ProviderNames {
    private static final String REGISTRY = "registry.terraform.io/";

    /** Comes with Terraform itself: {@code terraform_data} and {@code terraform_remote_state}. */
    private static final String BUILT_IN = "terraform.io/builtin/terraform";

    private final List<String> needed;

    /**
     * For a lab.
     *
     * @param providers in short form, {@code hashicorp/aws}
     */
    ProviderNames(List<String> providers) {
        this.needed = providers.stream().map(ProviderNames::whole).toList();
    }

    /** An address as Terraform completes it. */
    static String whole(String source) {
        String low = source.toLowerCase(Locale.ROOT);
        return switch (low.split("/", -1).length) {
            case 1 -> REGISTRY + "hashicorp/" + low;
            case 2 -> REGISTRY + low;
            default -> low;
        };
    }

    /** The address that a local name stands for; empty where the code does not say it plainly. */
    static Optional<String> address(Configuration code, String localName) {
        Argument required = code.requiredProviders().get(localName);
        if (required == null) {
            return Optional.of(localName.equals("terraform") ? BUILT_IN : whole(localName));
        }
        return source(required).map(ProviderNames::whole);
    }

    private static Optional<String> source(Argument required) {
        if (required.value() instanceof Expression.ObjectCons object) {
            for (Expression.Entry entry : object.entries()) {
                if (isSource(entry.key())) {
                    return Optional.ofNullable(
                            entry.value() instanceof Expression.Template template ? template.plainText() : null);
                }
            }
        }
        return Optional.of(required.name()); // the old short form, or without a source: hashicorp's of that name
    }

    private static boolean isSource(Expression key) {
        return (key instanceof Expression.Name name && name.name().equals("source"))
                || (key instanceof Expression.Template template && "source".equals(template.plainText()));
    }

    /**
     * Whether Terraform may be shown code that asks for this one: the lab needs it, or it is that one mistyped, which
     * Terraform will say best.
     */
    boolean isFine(String address) {
        return address.equals(BUILT_IN)
                || needed.isEmpty()
                || needed.stream().anyMatch(one -> one.equals(address) || isOneSlipAway(one, address));
    }

    private static boolean isOneSlipAway(String one, String other) {
        int difference = one.length() - other.length();
        if (Math.abs(difference) > 1) {
            return false;
        }
        int start = 0;
        while (start < Math.min(one.length(), other.length()) && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        String restOfOne = one.substring(Math.min(one.length(), start + (difference >= 0 ? 1 : 0)));
        String restOfOther = other.substring(Math.min(other.length(), start + (difference <= 0 ? 1 : 0)));
        return restOfOne.equals(restOfOther);
    }
}

package dev.plumbline.terraform.source;

import java.util.Optional;

/**
 * Which provider configuration a resource uses.
 *
 * @param localName the provider's local name, such as {@code aws}
 * @param alias the alias, or an empty text for the default configuration
 * @param explicit whether a {@code provider} argument says so; otherwise the resource's type does
 */
public record ProviderRef(String localName, String alias, boolean explicit, SourceRange range) {

    static Optional<ProviderRef> of(Expression expression) {
        String text = Traversals.text(expression);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        int dot = text.indexOf('.');
        return Optional.of(new ProviderRef(
                dot < 0 ? text : text.substring(0, dot),
                dot < 0 ? "" : text.substring(dot + 1),
                true,
                expression.range()));
    }

    /** Up to the first underscore, as the Terraform documentation on "Provider Configuration" says. */
    static ProviderRef impliedBy(String type, SourceRange range) {
        int underscore = type.indexOf('_');
        return new ProviderRef(underscore < 0 ? type : type.substring(0, underscore), "", false, range);
    }

    /** As it is written: {@code aws} or {@code aws.east}. */
    @Override
    public String toString() {
        return alias.isEmpty() ? localName : localName + "." + alias;
    }
}

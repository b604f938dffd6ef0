package dev.plumbline.terraform.source;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The types whose schemas a folder's code needs: of resources, data sources and the addresses in moved, import and
 * removed blocks, also where lines cannot be read. A reference alone needs none: Terraform refuses one to a resource
 * that is not declared without asking a provider.
 *
 * @param resources resource types
 * @param dataSources data source types
 * @param providers local names of providers
 */
public record MentionedTypes(Set<String> resources, Set<String> dataSources, Set<String> providers) {

    private static final Pattern HEADER =
            Pattern.compile("\\b(resource|data|ephemeral|provider)\\s+\"?([A-Za-z][\\w-]*)");
    private static final Pattern ADDRESS =
            Pattern.compile("\\b(?:from|to)\\s*=\\s*(?:module\\.[^\\s=]+\\.)?([a-z][a-z0-9]*_[a-z0-9_]+)\\.");
    private static final int MOST = 2_000;

    /** Makes the sets unmodifiable. */
    public MentionedTypes {
        resources = Set.copyOf(resources);
        dataSources = Set.copyOf(dataSources);
        providers = Set.copyOf(providers);
    }

    static MentionedTypes in(Configuration configuration) {
        Set<String> resources = new TreeSet<>();
        Set<String> dataSources = new TreeSet<>();
        Set<String> providers = new TreeSet<>();
        for (SourceFile file : configuration.files()) {
            inText(file.text().text(), resources, dataSources, providers);
        }
        for (Block block : configuration.blocks()) {
            String label = block.label(0);
            switch (block.type()) {
                case "resource" -> resources.add(label);
                case "data" -> dataSources.add(label);
                case "provider" -> providers.add(label);
                default -> {
                    // Declares no type.
                }
            }
        }
        for (ResourceView view : configuration.resources()) {
            providers.add(view.providerRef().localName());
        }
        for (ResourceView view : configuration.dataSources()) {
            providers.add(view.providerRef().localName());
        }
        providers.addAll(configuration.requiredProviders().keySet());
        return new MentionedTypes(resources, dataSources, providers);
    }

    private static void inText(String text, Set<String> resources, Set<String> dataSources, Set<String> providers) {
        Matcher header = HEADER.matcher(text);
        while (header.find() && resources.size() < MOST) {
            switch (header.group(1)) {
                case "resource" -> resources.add(header.group(2));
                case "data" -> dataSources.add(header.group(2));
                case "provider" -> providers.add(header.group(2));
                default -> {
                    // Ephemeral resources have schemas of their own.
                }
            }
        }
        Matcher address = ADDRESS.matcher(text);
        while (address.find() && resources.size() < MOST) {
            resources.add(address.group(1));
        }
    }
}

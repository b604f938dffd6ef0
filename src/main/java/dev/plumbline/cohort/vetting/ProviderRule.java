package dev.plumbline.cohort.vetting;

import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.Configuration;
import dev.plumbline.terraform.source.ResourceView;
import dev.plumbline.terraform.source.SourceRange;
import java.util.Optional;
import java.util.Set;

/** Providers that the lab does not need, and data sources that look further than the submission's own AWS. */
final class ProviderRule implements Rule {
    private static final Set<String> TYPED = Set.of("resource", "data", "ephemeral", "list");

    private final ProviderNames names;

    ProviderRule(ProviderNames names) {
        this.names = names;
    }

    @Override
    public void look(CodeFolder code, Found found) {
        Configuration configuration = code.configuration();
        configuration
                .requiredProviders()
                .forEach((name, argument) -> name(configuration, name, argument.range(), found));
        for (Block block : code.topBlocks("provider")) {
            name(configuration, block.label(0), block.headerRange(), found);
        }
        for (Block block : code.allBlocks()) {
            if (TYPED.contains(block.type()) && !block.labels().isEmpty()) {
                typed(configuration, block, found);
            }
        }
    }

    private void typed(Configuration configuration, Block block, Found found) {
        String type = block.label(0);
        String data = reachesOut(block.type(), type);
        if (!data.isEmpty()) {
            found.object(block.headerRange(), data);
            return;
        }
        name(configuration, new ResourceView(block).providerRef().localName(), block.headerRange(), found);
    }

    private static String reachesOut(String kind, String type) {
        if (kind.equals("resource")) {
            return "";
        }
        return switch (type) {
            case "external" -> "a data source of the type external would run a program on the grader's machine";
            case "http" -> "a data source of the type http would ask a web server";
            case "terraform_remote_state" -> "terraform_remote_state would read the state of other work";
            case "aws_ip_ranges" -> "a data source of the type aws_ip_ranges would ask a web server";
            default -> "";
        };
    }

    private void name(Configuration configuration, String localName, SourceRange place, Found found) {
        Optional<String> address = ProviderNames.address(configuration, localName);
        if (address.isEmpty()) {
            found.object(place, "the provider " + localName + " has a source that cannot be read plainly");
        } else if (!names.isFine(address.orElseThrow())) {
            found.object(
                    place,
                    "it needs the provider " + address.orElseThrow().replace("registry.terraform.io/", "")
                            + ", which the lab does not, and which is not run here");
        }
    }
}

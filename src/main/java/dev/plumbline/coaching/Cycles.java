package dev.plumbline.coaching;

import dev.plumbline.terraform.source.Argument;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.Expression;
import dev.plumbline.terraform.source.SourceEdit;
import dev.plumbline.terraform.source.SourceFile;
import dev.plumbline.terraform.source.Walk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Locals and resources that take their values from each other in a circle. Terraform's validate refuses such a circle
 * ({@code Error: Cycle}); a resource that refers to itself alone gets past it, and is told elsewhere.
 */
final class Cycles {
    private final Situation situation;

    private Cycles(Situation situation) {
        this.situation = situation;
    }

    /** One part of a circle: what it is called, and the argument that leads to the next. */
    private record Link(String address, Block holder, Argument argument) {}

    /** The circle that leads back to an address, such as {@code local.name}; empty where there is none. */
    static Optional<Sighting> through(Situation situation, String address) {
        Cycles cycles = new Cycles(situation);
        List<Link> ring = new ArrayList<>();
        return cycles.search(address, address, new HashSet<>(), ring)
                ? Optional.of(cycles.sighting(ring))
                : Optional.empty();
    }

    private boolean search(String from, String goal, Set<String> visited, List<Link> ring) {
        if (!visited.add(from)) {
            return false;
        }
        for (Link link : links(from)) {
            ring.add(link);
            for (String next : addresses(link.argument())) {
                if (next.equals(goal) || search(next, goal, visited, ring)) {
                    return true;
                }
            }
            ring.remove(ring.size() - 1);
        }
        return false;
    }

    /** The arguments that an address takes its values from. */
    private List<Link> links(String address) {
        List<Link> links = new ArrayList<>();
        for (SourceFile file : situation.code().files()) {
            for (Block block : file.body().blocks()) {
                boolean resource =
                        block.type().equals("resource") && address.equals(block.label(0) + "." + block.label(1));
                for (Argument argument :
                        resource ? Code.allArguments(block) : block.body().arguments()) {
                    if (resource || (block.type().equals("locals") && address.equals("local." + argument.name()))) {
                        links.add(new Link(address, block, argument));
                    }
                }
            }
        }
        return links;
    }

    private static Set<String> addresses(Argument argument) {
        Set<String> all = new LinkedHashSet<>();
        Walk.each(argument.value(), part -> {
            if (part instanceof Expression.Attribute attribute && attribute.target() instanceof Expression.Name root) {
                all.add(root.name() + "." + attribute.name());
            }
        });
        return all;
    }

    private Sighting sighting(List<Link> found) {
        List<Link> ring = found.stream()
                .sorted(Comparator.comparing((Link link) -> link.argument().range()))
                .toList();
        Link first = ring.get(0);
        String names = ring.stream()
                .map(link ->
                        link.address() + " (line " + link.argument().range().startLine() + ")")
                .collect(Collectors.joining(ring.size() == 2 ? " and " : ", "));
        Sighting sighting = Sighting.of("reference-cycle")
                .at(first.argument().range())
                .with("found", names)
                .with("alone", ring.size() == 1);
        for (Link link : ring) {
            String wanted = wanted(link);
            if (!wanted.isEmpty()) {
                Surgery surgery = situation.code().surgery(link.argument().range());
                SourceEdit edit = surgery.replace(link.argument().value().range(), Surgery.quoted(wanted));
                return sighting.at(link.argument().range())
                        .with("wanted", wanted)
                        .with("name", link.address())
                        .fix(surgery.done(edit));
            }
        }
        return sighting;
    }

    /** What the lab wants of a part of the circle: of an argument itself, or of one that is nothing but this local. */
    private String wanted(Link link) {
        if (!link.address().startsWith("local.")) {
            return situation.wantedText(link.holder(), link.argument().name());
        }
        return situation.code().files().stream()
                .flatMap(file -> file.allBlocks().stream())
                .flatMap(block -> block.body().arguments().stream()
                        .filter(argument -> ValueFix.isReference(argument.value())
                                && addresses(argument).contains(link.address()))
                        .map(argument -> situation.wantedText(block, argument.name())))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}

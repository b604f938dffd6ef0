package dev.plumbline.coaching;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.terraform.source.Argument;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.Expression;
import dev.plumbline.terraform.source.SourceRange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Which provider and which Terraform the code asks for: names, sources, versions, other providers. */
final class Versions implements Recogniser {
    private static final String SOURCE = "hashicorp/aws";
    private static final Set<String> BUILT_IN = Set.of("terraform", "aws");

    /** What people call the AWS provider besides slips of the keyboard. */
    private static final Set<String> NICKNAMES =
            Set.of("amazon", "amazonaws", "amazonwebservices", "hashicorpaws", "awsprovider", "kinesis", "awscloud");

    @Override
    public void look(Situation situation, Consumer<Sighting> seen) {
        providerNames(situation, seen);
        for (Block terraform : situation.code().blocks("terraform")) {
            terraform.body().argument("required_version").ifPresent(a -> core(situation, a, seen));
            for (Block required : terraform.body().blocks("required_providers")) {
                required.body().arguments().forEach(a -> required(situation, a, seen));
            }
        }
        for (Block provider : situation.code().blocks("provider")) {
            if (provider.label(0).equals("aws")) {
                provider.body().argument("version").ifPresent(a -> version(situation, a.value(), a, seen));
            }
        }
        otherProviders(situation, seen);
    }

    private static void providerNames(Situation situation, Consumer<Sighting> seen) {
        List<Block> all = situation.code().blocks("provider");
        boolean has = all.stream().anyMatch(b -> b.label(0).equals("aws"));
        for (Block block : all) {
            String name = block.label(0);
            String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
            boolean meant = !has
                    && (dev.plumbline.lab.Nearest.to(name, List.of("aws")).isPresent()
                            || NICKNAMES.contains(plain)
                            || plain.endsWith("hashicorpaws"));
            if (!name.equals("aws") && !block.labels().isEmpty() && (meant || name.equals("AWS"))) {
                Surgery surgery = situation.code().surgery(block.range());
                SourceRange label = block.labels().get(0).range();
                seen.accept(Sighting.of("provider-name-typo")
                        .at(label)
                        .with("found", name)
                        .fix(surgery.done(surgery.replace(label, "\"aws\""))));
            }
        }
    }

    private static void core(Situation situation, Argument argument, Consumer<Sighting> seen) {
        String asked = situation.meaning().value(argument.value()).text().orElse("");
        String running = situation.report().tools().getOrDefault("terraform", "");
        Optional<VersionRule> rule = VersionRule.of(asked);
        boolean refused =
                situation.errors().stream().anyMatch(d -> d.summary().equals("Unsupported Terraform Core version"));
        if (rule.isEmpty()) {
            invalid(situation, argument, asked, seen);
        } else if (refused || (!running.isEmpty() && !rule.get().admits(running))) {
            Surgery surgery = situation.code().surgery(argument.range());
            seen.accept(Sighting.of("terraform-version")
                    .at(argument.range())
                    .with("found", asked)
                    .with("other", running)
                    .fix(surgery.done(surgery.replace(argument.value().range(), "\">= 1.0\""))));
        }
    }

    private static void invalid(Situation situation, Argument argument, String found, Consumer<Sighting> seen) {
        Surgery surgery = situation.code().surgery(argument.range());
        seen.accept(Sighting.of("provider-version-invalid")
                .at(argument.value().range())
                .with("found", found)
                .fix(surgery.done(surgery.delete(argument))));
    }

    private static void required(Situation situation, Argument argument, Consumer<Sighting> seen) {
        if (!(argument.value() instanceof Expression.ObjectCons object)) {
            if (argument.name().equals("aws")) {
                version(situation, argument.value(), argument, seen);
            }
            return;
        }
        for (Expression.Entry entry : object.entries()) {
            String key = entry.key() instanceof Expression.Name name
                    ? name.name()
                    : situation.meaning().value(entry.key()).text().orElse("");
            String text = situation.meaning().value(entry.value()).text().orElse("");
            if (key.equals("source") && isAws(argument.name())) {
                source(situation, entry, text, seen);
            } else if (key.equals("version") && isAws(argument.name())) {
                version(situation, entry.value(), entryAsItem(entry), seen);
            }
        }
    }

    private static boolean isAws(String name) {
        return name.equals("aws")
                || dev.plumbline.lab.Nearest.to(name, List.of("aws")).isPresent();
    }

    private static Argument entryAsItem(Expression.Entry entry) {
        SourceRange key = entry.key().range();
        SourceRange whole = key.through(entry.value().range());
        return new Argument("version", key, entry.value(), whole, false);
    }

    private static void source(Situation situation, Expression.Entry entry, String text, Consumer<Sighting> seen) {
        String plain = text.toLowerCase(Locale.ROOT).replaceFirst("^registry\\.terraform\\.io/", "");
        if (plain.equals(SOURCE)) {
            return;
        }
        Surgery surgery = situation.code().surgery(entry.value().range());
        seen.accept(Sighting.of("provider-source-typo")
                .at(entry.value().range())
                .with("found", text)
                .with("wanted", SOURCE)
                .fix(surgery.done(surgery.replace(entry.value().range(), '"' + SOURCE + '"'))));
    }

    private static void version(Situation situation, Expression value, Argument item, Consumer<Sighting> seen) {
        String asked = situation.meaning().value(value).text().orElse("");
        if (asked.isEmpty()) {
            return;
        }
        Optional<VersionRule> rule = VersionRule.of(asked);
        if (rule.isEmpty()) {
            invalid(situation, item, asked, seen);
            return;
        }
        String installed = Installed.provider(situation);
        if (!installed.isEmpty() && !rule.get().admits(installed)) {
            String wanted = "~> " + installed.replaceFirst("\\..*", "") + ".0";
            Surgery surgery = situation.code().surgery(item.range());
            List<Diagnosis.Edit> fix = surgery.done(surgery.replace(value.range(), '"' + wanted + '"'));
            seen.accept(Sighting.of("provider-version-unavailable")
                    .at(value.range())
                    .with("found", asked)
                    .with("wanted", wanted)
                    .with("other", installed)
                    .fix(fix));
        }
    }

    /** Resources of providers that are not installed here. */
    private static void otherProviders(Situation situation, Consumer<Sighting> seen) {
        for (String kind : List.of("resource", "data")) {
            for (Block block : situation.code().blocks(kind)) {
                String provider = block.label(0).split("_", 2)[0];
                boolean missing = situation.errors().stream()
                        .anyMatch(d -> (d.summary().equals("Missing required provider")
                                        || d.summary().equals("Inconsistent dependency lock file")
                                        || d.summary().equals("Required plugins are not installed"))
                                && d.detail().contains("/" + provider));
                boolean allowed = situation.lab().rules().providers().isEmpty()
                        || situation.lab().rules().providers().stream().anyMatch(p -> p.endsWith("/" + provider));
                boolean locked = situation
                        .folder()
                        .bytes(".terraform.lock.hcl")
                        .filter(b ->
                                new String(b, java.nio.charset.StandardCharsets.UTF_8).contains("/" + provider + "\""))
                        .isPresent();
                if (!BUILT_IN.contains(provider)
                        && !provider.isEmpty()
                        && !situation.subjects().isEmpty()
                        && (missing || (!allowed && !locked))) {
                    Surgery surgery = situation.code().surgery(block.range());
                    seen.accept(Sighting.of("provider-not-installed")
                            .at(block.range())
                            .with("found", block.label(0))
                            .with("name", provider)
                            .fix(surgery.done(surgery.delete(block))));
                    return;
                }
            }
        }
    }
}

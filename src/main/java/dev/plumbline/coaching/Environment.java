package dev.plumbline.coaching;

import dev.plumbline.cloud.LiveAnswer;
import dev.plumbline.grading.Verdict;
import dev.plumbline.terraform.Diagnostic;
import dev.plumbline.terraform.source.Argument;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Credentials, permissions, endpoints: from Terraform's messages, and from what the account answers the grader. */
final class Environment implements Recogniser {
    private static final Pattern ACTION = Pattern.compile("perform: ([a-z0-9-]+:[A-Za-z]+)");
    private static final Pattern ADDRESS = Pattern.compile("(https?://[^\\s\"]+?)/?\"");

    @Override
    public void look(Situation situation, Consumer<Sighting> seen) {
        inCode(situation, seen);
        if (situation.report().verdict() == Verdict.PASSED) {
            return;
        }
        for (Diagnostic error : situation.errors()) {
            String said = error.summary() + "\n" + error.detail();
            kind(said, seen);
        }
        if (situation.isSourceOnly() || situation.isBroken() || situation.isRefused()) {
            return;
        }
        boolean keys = situation.environment().containsKey("AWS_ACCESS_KEY_ID")
                || situation.environment().containsKey("AWS_SECRET_ACCESS_KEY");
        if (keys && situation.state().managed(situation.wanted().type()).isEmpty()) {
            seen.accept(Sighting.of("credentials-missing"));
        }
        LiveAnswer answer = Live.answer(
                situation, situation.wanted().name(), situation.wanted().region());
        if (answer instanceof LiveAnswer.Unknown unknown) {
            cause(situation, unknown, seen);
        }
    }

    private static void kind(String said, Consumer<Sighting> seen) {
        if (said.contains("ExpiredToken")) {
            seen.accept(Sighting.of("credentials-expired"));
        } else if (said.contains("SignatureDoesNotMatch")) {
            seen.accept(Sighting.of("credentials-invalid").with("isSecret", true));
        } else if (said.contains("InvalidClientTokenId") || said.contains("UnrecognizedClient")) {
            seen.accept(Sighting.of("credentials-invalid"));
        } else if (said.contains("is not authorized to perform") || said.contains("AccessDenied")) {
            seen.accept(Sighting.of("access-denied").with("name", first(ACTION, said)));
        } else if (said.contains("connection refused")
                || said.contains("no such host")
                || said.contains("i/o timeout")) {
            seen.accept(Sighting.of("endpoint-down").with("found", first(ADDRESS, said)));
        } else if (said.contains("No valid credential sources") || said.contains("static credentials are empty")) {
            seen.accept(Sighting.of("credentials-missing"));
        }
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static void cause(Situation situation, LiveAnswer.Unknown unknown, Consumer<Sighting> seen) {
        switch (unknown.cause()) {
            case UNREACHABLE -> seen.accept(Sighting.of("endpoint-down"));
            case NOT_AWS -> seen.accept(Sighting.of("endpoint-not-aws"));
            case DENIED -> seen.accept(Sighting.of("access-denied").with("name", first(ACTION, unknown.message())));
            case CREDENTIALS -> {
                String message = unknown.message();
                boolean told = message.contains("Expired") || message.contains("Signature");
                if (message.contains("Expired")) {
                    seen.accept(Sighting.of("credentials-expired"));
                } else if (told || message.contains("InvalidClientTokenId") || message.contains("Unrecognized")) {
                    seen.accept(Sighting.of("credentials-invalid").with("isSecret", message.contains("Signature")));
                } else if (situation.errors().isEmpty()) {
                    seen.accept(Sighting.of("credentials-invalid"));
                }
            }
            case SERVICE, UNSUPPORTED -> {
                // Not the learner's, and no advice would help.
            }
        }
    }

    /** Settings of the provider block that send Terraform elsewhere. */
    private static void inCode(Situation situation, Consumer<Sighting> seen) {
        for (Block provider : situation.code().blocks("provider")) {
            if (!provider.label(0).equals("aws")) {
                continue;
            }
            Surgery surgery = situation.code().surgery(provider.range());
            for (Block endpoints : provider.body().blocks("endpoints")) {
                if (isInTheWay(situation)) {
                    String address = endpoints.body().arguments().stream()
                            .flatMap(a -> situation.meaning().value(a.value()).text().stream())
                            .findFirst()
                            .orElse("");
                    seen.accept(Sighting.of("endpoint-in-code")
                            .at(endpoints.range())
                            .with("found", address)
                            .fix(surgery.done(surgery.delete(endpoints))));
                }
            }
            Optional<Argument> key = provider.body().argument("access_key");
            Optional<Argument> secret = provider.body().argument("secret_key");
            if (key.isPresent() != secret.isPresent()) {
                Argument half = key.or(() -> secret).get();
                seen.accept(Sighting.of("credentials-missing")
                        .at(half.range())
                        .with("inCode", true)
                        .fix(surgery.done(surgery.delete(half))));
            }
            profile(situation, provider, surgery, seen);
        }
    }

    /** Nothing is applied yet, or Terraform has failed to reach the address. */
    private static boolean isInTheWay(Situation situation) {
        return situation.report().verdict() != Verdict.PASSED
                && (situation.state().managed(situation.wanted().type()).isEmpty()
                        || !situation.planErrors().isEmpty());
    }

    private static void profile(Situation situation, Block provider, Surgery surgery, Consumer<Sighting> seen) {
        List<String> said = situation.errors().stream().map(Diagnostic::summary).toList();
        provider.body().argument("profile").ifPresent(argument -> {
            Value value = situation.meaning().value(argument.value());
            boolean missing = said.stream().anyMatch(s -> s.contains("shared config profile"));
            if (missing) {
                seen.accept(Sighting.of("profile-missing")
                        .at(argument.range())
                        .with("found", value.text().orElse(""))
                        .fix(surgery.done(surgery.delete(argument))));
            }
        });
    }
}

package dev.plumbline.cli;

import dev.plumbline.cloud.Backend;
import dev.plumbline.cloud.CallerIdentity;
import dev.plumbline.workbench.UserError;
import dev.plumbline.workbench.Workbench;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Before anything touches a real account: which account, which region, who, and a question. */
final class RealAccountConsent {
    private RealAccountConsent() {}

    /**
     * Asks, if the backend is a real account.
     *
     * @throws UserError if there is no identity, the account is not on the list, or the answer is not yes
     */
    static void require(Workbench bench, PrintWriter out) {
        if (!(bench.backend() instanceof Backend.Real)) {
            return;
        }
        String region = bench.lab().parameters().text("region");
        CallerIdentity identity = CallerIdentity.ask(region)
                .orElseThrow(
                        () -> UserError.trouble("No real AWS account can be reached: no usable credentials were found. "
                                + "Leave --aws out to work with the built-in AWS, which needs none."));
        out.println("A real AWS account is about to be read:");
        out.println("  account   " + identity.account());
        out.println("  identity  " + identity.arn());
        out.println("  region    " + region);
        out.println("The check makes read-only calls. What you apply there costs money until you destroy it.");
        List<String> allowed = allowed(bench);
        if (!allowed.isEmpty() && !allowed.contains(identity.account())) {
            throw UserError.trouble(
                    "Account " + identity.account() + " is not in PLUMBLINE_AWS_ACCOUNTS. Nothing was done.");
        }
        String answered = bench.caller().getOrDefault("PLUMBLINE_AWS_CONFIRM", "");
        if (answered.equals(identity.account())) {
            return;
        }
        Console console = AtTerminal.console();
        if (console == null) {
            throw UserError.trouble("Nobody is at the terminal to agree. Set PLUMBLINE_AWS_CONFIRM="
                    + identity.account() + " to agree beforehand. Nothing was done.");
        }
        String answer = console.readLine("Go on with account %s? Type yes: ", identity.account());
        if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).equals("yes")) {
            throw UserError.trouble("Nothing was done.");
        }
    }

    private static List<String> allowed(Workbench bench) {
        return Arrays.stream(bench.caller()
                        .getOrDefault("PLUMBLINE_AWS_ACCOUNTS", "")
                        .split("[, ]+"))
                .filter(a -> !a.isBlank())
                .toList();
    }
}

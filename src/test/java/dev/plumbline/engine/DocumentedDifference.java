package dev.plumbline.engine;

import java.util.List;
import java.util.Optional;

/**
 * Differences between stock and warm that are meant, each told of in {@code docs/engine.md}, "Where the two differ".
 * Both come from the init that an attached provider does not need: where stock's fails, stock's next commands complain
 * of what it would have done, and warm says what is wrong with the file.
 */
enum DocumentedDifference {
    OTHER_PROVIDER("init fails over another provider and installs none: stock then lists ours as missing too") {
        @Override
        boolean covers(Outcome stock, StockInit init, Outcome warm) {
            return stock.differencesTo(warm).isEmpty();
        }
    },
    INIT_REFUSED(
            "init refuses the file and writes no lock: at plan, stock misses the lock and warm repeats init's error") {
        @Override
        boolean covers(Outcome stock, StockInit init, Outcome warm) {
            return init.diagnostics().equals(warm.saidBy("plan"))
                    && stock.saidBy("plan").stream().allMatch(DocumentedDifference::isMissingLock)
                    && stock.planExit() == 1
                    && warm.planExit() == 1
                    && stock.withPlanOf(warm).differencesTo(warm).isEmpty();
        }
    };

    private final String reason;

    DocumentedDifference(String reason) {
        this.reason = reason;
    }

    /** @param stock without its complaints that our provider is not installed */
    abstract boolean covers(Outcome stock, StockInit init, Outcome warm);

    /** Why they may differ; empty where they may not. */
    static Optional<String> between(Outcome stock, StockInit init, Outcome warm) {
        if (init.installed()) {
            return Optional.empty();
        }
        Outcome rest = stock.withoutMissing(ProviderNeed.AWS);
        return List.of(values()).stream()
                .filter(known -> known.covers(rest, init, warm))
                .map(known -> known.reason)
                .findFirst();
    }

    private static boolean isMissingLock(String diagnostic) {
        return diagnostic.startsWith("error | Inconsistent dependency lock file | ");
    }
}

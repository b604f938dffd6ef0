package dev.plumbline.cohort.vetting;

import dev.plumbline.cohort.intake.Submission;
import dev.plumbline.lab.Lab;
import dev.plumbline.terraform.source.Configuration;
import dev.plumbline.terraform.source.Severity;
import dev.plumbline.terraform.source.SyntaxTrouble;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a look through a submission's code found.
 *
 * @param objections because of which it is not run, in the order of their places
 * @param broken whether some file cannot be parsed: Terraform has to confirm that it cannot either, or nothing is run
 * @param doubtful whether there is something that Terraform is expected to refuse: if it does not, nothing is applied
 * @param notes worth saying, and no objections
 * @param secrets texts that must appear in no report
 */
public record Vetting(
        List<Objection> objections, boolean broken, boolean doubtful, List<String> notes, Set<String> secrets) {
    private static final int MOST_FOLDERS = 50;

    /** Makes the collections unmodifiable. */
    public Vetting {
        objections = List.copyOf(objections);
        notes = List.copyOf(notes);
        secrets = Set.copyOf(secrets);
    }

    /** Looks through the top and every module that is called from it. */
    public static Vetting of(Lab lab, Submission submission) {
        List<Rule> rules = List.of(
                new ProvisionerRule(),
                new ProviderRule(new ProviderNames(lab.rules().providers())),
                new AwsProviderRule(),
                new BackendRule(),
                new ModuleRule(),
                new FunctionRule(),
                new CountRule(),
                new JsonRule(),
                new LockFileRule(),
                new WordRule());
        Found found = new Found();
        Deque<String> folders = new ArrayDeque<>(List.of(""));
        Set<String> seen = new LinkedHashSet<>(folders);
        boolean broken = false;
        while (!folders.isEmpty()) {
            CodeFolder code = new CodeFolder(submission, folders.removeFirst());
            broken |= code.configuration().isBroken();
            troubles(code.configuration(), found);
            rules.forEach(rule -> rule.look(code, found));
            for (String folder : ModuleRule.folders(code)) {
                if (seen.add(folder) && seen.size() <= MOST_FOLDERS) {
                    folders.addLast(folder);
                } else if (seen.size() > MOST_FOLDERS) {
                    found.object("module", 0, "more than " + MOST_FOLDERS + " modules are called");
                }
            }
        }
        return found.end(broken);
    }

    private static void troubles(Configuration code, Found found) {
        for (SyntaxTrouble trouble : code.troubles()) {
            if (trouble.severity() == Severity.LIMIT) {
                found.object(trouble.range(), "it is too large or too deep to be looked through");
            } else if (trouble.severity() == Severity.REFUSED) {
                found.doubt();
            }
        }
    }
}

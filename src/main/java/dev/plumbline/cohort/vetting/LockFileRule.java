package dev.plumbline.cohort.vetting;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lock file that was handed in. It is never used; hosts that nobody would expect in it are worth a word. */
final class LockFileRule implements Rule {
    private static final Pattern PROVIDER = Pattern.compile("(?m)^\\s*provider\\s+\"([^\"/\\s]{1,200})/[^\"\\s]*\"");

    @Override
    public void look(CodeFolder code, Found found) {
        String name = code.path() + ".terraform.lock.hcl";
        code.file(name).ifPresent(bytes -> {
            Matcher host = PROVIDER.matcher(new String(bytes, StandardCharsets.UTF_8));
            while (host.find()) {
                if (!host.group(1).equals("registry.terraform.io")
                        && !host.group(1).equals("registry.opentofu.org")) {
                    found.note("The lock file that was handed in names providers of " + host.group(1)
                            + ". It was not used.");
                }
            }
        });
    }
}

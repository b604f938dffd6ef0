package dev.plumbline.cohort.vetting;

import dev.plumbline.terraform.source.SourceFile;
import dev.plumbline.terraform.source.SourceText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of what is most dangerous, looked for in the text itself and not in our reading of it: should the reading ever
 * differ from Terraform's, such a word in what we take for a text or a comment still keeps the code from being run. Lines
 * that are comments whichever way they are read may say them.
 */
final class WordRule implements Rule {
    private static final Pattern WORDS =
            Pattern.compile("\\bprovisioner\\s*(?:\\s[\\w-]+|\"[\\w-]+\")\\s*\\{|\\b(?:local-exec|remote-exec"
                    + "|credential_process|shared_config_files|shared_credentials_files?|terraform_remote_state"
                    + "|custom_ca_bundle|https?_proxy|ec2_metadata_service_endpoint)\\b");

    @Override
    public void look(CodeFolder code, Found found) {
        for (SourceFile file : code.configuration().files()) {
            SourceText text = file.text();
            for (int line = 1; line <= text.lineCount(); line++) {
                String words = text.line(line);
                Matcher danger = WORDS.matcher(words);
                if (danger.find() && !isComment(words) && !found.objectsTo(file.name(), line)) {
                    found.object(
                            file.name(),
                            line,
                            "it has the words " + danger.group().strip()
                                    + ", which are looked at by hand wherever they stand");
                }
            }
        }
    }

    private static boolean isComment(String line) {
        String start = line.stripLeading();
        return (start.startsWith("#") || start.startsWith("//")) && !line.contains("*/") && line.indexOf('\r') < 0;
    }
}

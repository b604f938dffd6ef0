package dev.plumbline.terminal;

import java.util.regex.Pattern;

/** Recognises Terraform code that was pasted at the prompt instead of into a file: a shell would make a mess of it. */
final class PastedCode {
    private static final Pattern BLOCK =
            Pattern.compile("(?s)\\s*(provider|resource|data|terraform|variable|output|locals|module)\\b[^\\n]*\\{.*");

    private PastedCode() {}

    static boolean looksLike(String line) {
        return BLOCK.matcher(line).matches();
    }
}

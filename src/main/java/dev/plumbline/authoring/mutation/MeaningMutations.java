package dev.plumbline.authoring.mutation;

import dev.plumbline.authoring.mutation.Code.Placed;
import dev.plumbline.terraform.source.Argument;
import dev.plumbline.terraform.source.Block;
import java.util.ArrayList;
import java.util.List;

/** Valid Terraform that means something else: nothing is made, or elsewhere, or what was made is not looked at. */
final class MeaningMutations {
    private static final List<String> NONE = List.of(
            "count = 0",
            "count = false ? 1 : 0",
            "count = length([])",
            "for_each = toset([])",
            "for_each = {}",
            "for_each = { for k in [] : k => k }");

    private MeaningMutations() {}

    static List<Rewriting> of(Code code) {
        List<Rewriting> all = new ArrayList<>();
        for (Placed<Block> resource : code.resources()) {
            for (String nothing : NONE) {
                all.add(inside(code, resource, "makes-nothing/" + resource.path() + "=" + nothing, nothing));
            }
            all.add(inside(code, resource, "unknown-alias/" + resource.path(), "provider = aws.elsewhere"));
            all.add(new Rewriting(
                    "alias-elsewhere/" + resource.path(),
                    "region",
                    elsewhere(inside(code, resource, "", "provider = aws.elsewhere")
                            .text())));
        }
        for (Placed<Block> provider : code.providers()) {
            all.add(inside(code, provider, "alias-only/" + provider.path(), "alias = \"main\""));
        }
        for (Placed<Argument> argument : code.arguments()) {
            if (argument.depth() == 0) {
                continue;
            }
            all.add(new Rewriting(
                    "variable-without-value/" + argument.path(),
                    argument.touches(),
                    code.replaced(argument.item().value().range(), "var.unset") + "\nvariable \"unset\" {}\n"));
            all.add(new Rewriting(
                    "local-undeclared/" + argument.path(),
                    argument.touches(),
                    code.replaced(argument.item().value().range(), "local.nowhere")));
        }
        if (code.providers().isEmpty() || code.resources().isEmpty()) {
            return all;
        }
        all.add(new Rewriting("resource-in-provider/file", "", nestedInProvider(code)));
        all.add(new Rewriting(
                "other-region-in-alias/file",
                "region",
                code.text().replaceFirst("(?m)^provider \"aws\" \\{", "provider \"aws\" {\n  alias = \"here\"")
                        + "\nprovider \"aws\" {\n  region = \"eu-central-1\"\n}\n"));
        return all;
    }

    private static Rewriting inside(Code code, Placed<Block> block, String id, String line) {
        return new Rewriting(id, "", code.inserted(Code.inside(block.item()), "\n  " + line));
    }

    private static String elsewhere(String text) {
        return text + "\nprovider \"aws\" {\n  alias  = \"elsewhere\"\n  region = \"eu-central-1\"\n}\n";
    }

    private static String nestedInProvider(Code code) {
        Block resource = code.resources().get(0).item();
        Code without = Code.of(code.file(), code.withoutLines(resource.range()));
        if (without.providers().isEmpty()) {
            return without.text();
        }
        Block provider = without.providers().get(0).item();
        return without.inserted(Code.inside(provider), "\n" + code.lines(resource.range()));
    }
}

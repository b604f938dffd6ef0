package dev.plumbline.authoring.mutation;

import dev.plumbline.authoring.mutation.Code.Placed;
import dev.plumbline.terraform.source.Argument;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.Expression;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Rewritings that mean the same: every literal as a variable, a local or an expression, and all ways to lay code out. */
final class Equivalents {
    private Equivalents() {}

    /** @param recorded whether the lab begins with the subject in the state, so that another address needs a moved block */
    static List<Rewriting> of(Code code, boolean recorded) {
        List<Rewriting> all = new ArrayList<>();
        for (Placed<Argument> argument : code.arguments()) {
            if (argument.depth() > 0 && isLiteral(argument.item().value()) && mayBeComputed(argument)) {
                literal(code, argument, all);
            }
        }
        all.add(new Rewriting("same/all-in-variables", "", variables(code)));
        all.add(new Rewriting("same/all-in-locals", "", locals(code)));
        all.add(new Rewriting("same/blocks-reversed", "", blocksReversed(code)));
        reordered(code, all);
        layouts(code, all);
        additions(code, all);
        code.resources().forEach(resource -> addresses(code, resource, recorded, all));
        return all;
    }

    private static boolean isLiteral(Expression value) {
        return value instanceof Expression.Literal
                || (value instanceof Expression.Template template && template.plainText() != null);
    }

    /** Terraform wants literals in a few places of its own: versions, sources, lifecycle, moved and import blocks. */
    private static boolean mayBeComputed(Placed<Argument> argument) {
        String path = argument.path();
        return (path.startsWith("provider.") || path.startsWith("resource.")) && !path.contains(".lifecycle.");
    }

    private static void literal(Code code, Placed<Argument> argument, List<Rewriting> all) {
        String value = code.at(argument.item().value().range());
        all.add(in(code, argument, "variable", "var.given", "variable \"given\" {\n  default = " + value + "\n}\n"));
        all.add(in(code, argument, "local", "local.given", "locals {\n  given = " + value + "\n}\n"));
        all.add(in(code, argument, "map", "local.all[\"one\"]", "locals {\n  all = { one = " + value + " }\n}\n"));
        if (value.startsWith("\"")) {
            String text = value.substring(1, value.length() - 1);
            int middle = text.length() / 2;
            all.add(in(
                    code,
                    argument,
                    "interpolation",
                    "\"${local.first}" + text.substring(middle) + "\"",
                    "locals {\n  first = \"" + text.substring(0, middle) + "\"\n}\n"));
            all.add(in(code, argument, "format", "format(\"%s\", " + value + ")", ""));
            all.add(in(code, argument, "condition", "true ? " + value + " : \"other\"", ""));
            all.add(in(code, argument, "parentheses", "(" + value + ")", ""));
        } else {
            all.add(in(code, argument, "as-text", "\"" + value + "\"", ""));
            all.add(in(code, argument, "sum", value + " + 0", ""));
        }
    }

    private static Rewriting in(Code code, Placed<Argument> argument, String how, String expression, String more) {
        return new Rewriting(
                "same/" + how + "/" + argument.path(),
                argument.touches(),
                code.replaced(argument.item().value().range(), expression) + (more.isEmpty() ? "" : "\n" + more));
    }

    private static String variables(Code code) {
        return computed(code, "var.", (name, value) -> "variable \"" + name + "\" {\n  default = " + value + "\n}\n");
    }

    private static String locals(Code code) {
        return computed(code, "local.", (name, value) -> "locals {\n  " + name + " = " + value + "\n}\n");
    }

    private interface Declaration {
        String of(String name, String value);
    }

    private static String computed(Code code, String prefix, Declaration declaration) {
        List<Placed<Argument>> literals = new ArrayList<>(code.arguments().stream()
                .filter(a -> a.depth() > 0 && isLiteral(a.item().value()) && mayBeComputed(a))
                .toList());
        literals.sort(Comparator.comparing(a -> -a.item().value().range().startOffset()));
        StringBuilder text = new StringBuilder(code.text());
        StringBuilder more = new StringBuilder();
        for (int i = 0; i < literals.size(); i++) {
            var range = literals.get(i).item().value().range();
            String name = literals.get(i).item().name() + "_" + i;
            text.replace(range.startOffset(), range.endOffset(), prefix + name);
            more.append('\n').append(declaration.of(name, code.at(range)));
        }
        return text.append(more).toString();
    }

    private static String blocksReversed(Code code) {
        List<Placed<Block>> top = new ArrayList<>(
                code.blocks().stream().filter(b -> b.depth() == 0).toList());
        StringBuilder text = new StringBuilder();
        for (int i = top.size() - 1; i >= 0; i--) {
            text.append(code.lines(top.get(i).item().range())).append('\n');
        }
        return text.toString();
    }

    private static void reordered(Code code, List<Rewriting> all) {
        for (Placed<Block> placed : code.blocks()) {
            var items = placed.item().body().items();
            if (items.size() < 2) {
                continue;
            }
            var first = items.get(0).range();
            var last = items.get(items.size() - 1).range();
            Code without = Code.of(code.file(), code.withoutLines(last));
            all.add(new Rewriting(
                    "same/reordered/" + placed.path(),
                    "",
                    without.inserted(code.lineStart(first.startOffset()), code.lines(last))));
        }
    }

    private static void layouts(Code code, List<Rewriting> all) {
        String text = code.text();
        all.add(new Rewriting("same/crlf", "", text.replace("\n", "\r\n")));
        all.add(new Rewriting("same/tabs", "", text.replace("  ", "\t")));
        all.add(new Rewriting("same/no-indent", "", text.replaceAll("(?m)^ +", "")));
        all.add(new Rewriting("same/deep-indent", "", text.replaceAll("(?m)^( *)(?=\\S)", "$1$1    ")));
        all.add(new Rewriting("same/blank-lines", "", text.replace("\n", "\n\n")));
        all.add(new Rewriting("same/no-final-newline", "", text.stripTrailing()));
        all.add(new Rewriting("same/byte-order-mark", "", "\uFEFF" + text));
        all.add(new Rewriting(
                "same/tight-equals", "", text.replaceAll(" +=", "=").replaceAll("=(?=\\S) ?", "= ")));
        all.add(new Rewriting("same/hash-comments", "", "# one\n" + text + "\n# two\n"));
        all.add(new Rewriting("same/slash-comments", "", text.replace(" {\n", " { // begins\n")));
        all.add(new Rewriting("same/block-comments", "", "/* one\n   resource \"x\" \"y\" {}\n*/\n" + text));
        all.add(new Rewriting("same/no-comments", "", text.replaceAll("(?m)^ *#.*\n", "")));
        all.add(new Rewriting("same/terraform-fmt", "", text.replaceAll("(?m) +=", " =")));
    }

    private static void additions(Code code, List<Rewriting> all) {
        String text = code.text();
        all.add(new Rewriting(
                "same/terraform-block",
                "",
                "terraform {\n  required_version = \">= 1.5\"\n  required_providers {\n    aws = {\n      source  = "
                        + "\"hashicorp/aws\"\n      version = \">= 5.0\"\n    }\n  }\n}\n\n" + text));
        all.add(new Rewriting("same/output", "", text + "\noutput \"note\" {\n  value = \"done\"\n}\n"));
        all.add(new Rewriting("same/unused-variable", "", text + "\nvariable \"spare\" {\n  default = 1\n}\n"));
        all.add(new Rewriting("same/unused-local", "", text + "\nlocals {\n  spare = 1\n}\n"));
        all.add(new Rewriting(
                "same/unused-alias",
                "",
                text + "\nprovider \"aws\" {\n  alias  = \"spare\"\n  region = \"eu-central-1\"\n}\n"));
        for (Placed<Block> resource : code.resources()) {
            all.add(inside(code, resource, "prevent-destroy", "lifecycle {\n    prevent_destroy = true\n  }"));
            all.add(inside(
                    code, resource, "create-before-destroy", "lifecycle {\n    create_before_destroy = true\n  }"));
            all.add(inside(code, resource, "named-provider", "provider = aws"));
        }
    }

    /** Other addresses for the same thing. */
    private static void addresses(Code code, Placed<Block> resource, boolean recorded, List<Rewriting> all) {
        String type = resource.item().label(0);
        String label = resource.item().label(1);
        String address = type + "." + label;
        if (code.text().contains(address)) {
            return; // referred to: an import block would have to follow
        }
        all.add(inside(code, resource, "count-of-one", "count = 1"));
        all.add(inside(code, resource, "conditional-count", "count = true ? 1 : 0"));
        String other = "another_" + label;
        all.add(new Rewriting(
                "same/label/" + resource.path(),
                "",
                code.replaced(resource.item().labels().get(1).range(), "\"" + other + "\"")
                        + moved(recorded, address, type + "." + other)));
        Rewriting each = inside(code, resource, "for-each-of-one", "for_each = toset([\"one\"])");
        all.add(new Rewriting(each.id(), "", each.text() + moved(recorded, address, address + "[\"one\"]")));
    }

    private static String moved(boolean recorded, String from, String to) {
        return recorded ? "\nmoved {\n  from = " + from + "\n  to   = " + to + "\n}\n" : "";
    }

    private static Rewriting inside(Code code, Placed<Block> block, String how, String line) {
        return new Rewriting(
                "same/" + how + "/" + block.path(), "", code.inserted(Code.inside(block.item()), "\n  " + line + "\n"));
    }
}

package dev.plumbline.cohort.vetting;

import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Modules: only from folders of the submission itself. */
final class ModuleRule implements Rule {
    @Override
    public void look(CodeFolder code, Found found) {
        for (Block call : code.topBlocks("module")) {
            if (folder(code, call).isEmpty()) {
                found.object(
                        call.headerRange(),
                        "its source is not a folder inside the submission, so that code from "
                                + "elsewhere would be run");
            }
        }
    }

    /** The folders of the modules that are called from here, relative to the top, each with a slash at its end. */
    static List<String> folders(CodeFolder code) {
        List<String> folders = new ArrayList<>();
        for (Block call : code.topBlocks("module")) {
            folder(code, call).ifPresent(folders::add);
        }
        return folders;
    }

    private static Optional<String> folder(CodeFolder code, Block call) {
        List<String> sources = call.body().arguments().stream()
                .filter(argument -> argument.name().equals("source"))
                .map(argument -> argument.value() instanceof Expression.Template template
                        ? String.valueOf(template.plainText())
                        : "")
                .toList();
        if (sources.size() != 1) {
            return Optional.empty();
        }
        String source = sources.get(0);
        boolean local = source.startsWith("./") || source.startsWith("../");
        String path = code.path() + source;
        return local && Inside.stays(path)
                ? Optional.of(Inside.plain(path) + (Inside.plain(path).isEmpty() ? "" : "/"))
                : Optional.empty();
    }
}

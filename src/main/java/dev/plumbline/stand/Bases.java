package dev.plumbline.stand;

import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabCase;
import dev.plumbline.terraform.CommandResult;
import dev.plumbline.workbench.UserError;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings stands to where answers begin: what the lab's set-up makes, or the solution applied. Each is made once by the
 * real commands and then copied, folder and AWS; where the AWS cannot be copied, it is made anew for every answer that
 * finds the AWS changed.
 */
public final class Bases {
    private final Lab lab;
    private final Answer solution;
    private final Map<LabCase.Base, Made> made = new EnumMap<>(LabCase.Base.class);
    private final Map<LabCase.Base, Object> locks = new EnumMap<>(LabCase.Base.class);

    /** For a lab with that solution. */
    public Bases(Lab lab, Answer solution) {
        this.lab = lab;
        this.solution = solution;
        for (LabCase.Base base : LabCase.Base.values()) {
            locks.put(base, new Object());
        }
    }

    private record Made(FolderCopy files, @Nullable Map<String, byte[]> aws) {}

    /**
     * Brings a stand there.
     *
     * @throws UserError if the lab's set-up fails, or its solution cannot be applied
     */
    public void bring(Stand stand, LabCase.Base base) throws IOException, InterruptedException {
        Optional<Made> copy;
        synchronized (lockOf(base)) {
            copy = known(base);
            if (copy.isEmpty()) {
                remember(base, build(stand, base));
                return;
            }
        }
        Made known = copy.get();
        if (!stand.isUntouched(base)) {
            if (known.aws() == null) {
                build(stand, base);
                return;
            }
            stand.bringBackAws(known.aws());
            stand.mark(base);
        }
        stand.bringBackFolder(known.files());
    }

    private Object lockOf(LabCase.Base base) {
        return java.util.Objects.requireNonNull(locks.get(base));
    }

    private synchronized Optional<Made> known(LabCase.Base base) {
        return Optional.ofNullable(made.get(base));
    }

    private synchronized void remember(LabCase.Base base, Made copy) {
        made.put(base, copy);
    }

    private Made build(Stand stand, LabCase.Base base) throws IOException, InterruptedException {
        if (base == LabCase.Base.SOLUTION) {
            bring(stand, LabCase.Base.EMPTY);
            apply(stand);
        } else {
            stand.clear();
            if (lab.rules().starter() || !lab.setup().isEmpty()) {
                stand.prepare();
            }
        }
        Map<String, byte[]> aws = stand.awsCopy().orElse(null);
        stand.mark(base);
        return new Made(stand.folderCopy(), aws);
    }

    private void apply(Stand stand) throws IOException, InterruptedException {
        stand.place(solution);
        CommandResult result =
                stand.terraform(Map.of(), "apply", "-input=false", "-auto-approve", "-no-color", "-compact-warnings");
        if (!result.exited(0)) {
            throw UserError.trouble("The solution of " + lab.id() + " cannot be applied:\n"
                    + result.errors().strip());
        }
    }
}

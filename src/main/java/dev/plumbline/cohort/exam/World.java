package dev.plumbline.cohort.exam;

import dev.plumbline.lab.Lab;
import dev.plumbline.stand.StandAws;
import dev.plumbline.terraform.TerraformEnvironment;
import dev.plumbline.workbench.AwsChoice;
import dev.plumbline.workbench.LabSetup;
import dev.plumbline.workbench.Workbench;
import dev.plumbline.workspace.ScratchFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a lab begins with: what its set-up makes in an account, and the state that it leaves. Played once by the real commands
 * and then copied for every submission; where the AWS cannot be copied, played for each. The starter's code is not part of it:
 * code is what the submission brings.
 */
final class World {
    private static final List<String> KEPT = List.of("terraform.tfstate", ".plumbline/setup.json");

    private final Lab lab;
    private final Map<String, String> caller;
    private final ExamHall.AwsMaker maker;
    private volatile boolean played;
    private Map<String, byte[]> files = Map.of();
    private Optional<Map<String, byte[]>> account = Optional.empty();

    World(Lab lab, Map<String, String> caller, ExamHall.AwsMaker maker) {
        this.lab = lab;
        this.caller = caller;
        this.maker = maker;
    }

    /** Whether there is anything to bring. */
    boolean isEmpty() {
        return lab.setup().isEmpty();
    }

    /**
     * Plays it, if it has not been; so that the first submission does not wait inside its own time.
     *
     * @throws dev.plumbline.workbench.UserError if the set-up fails
     */
    synchronized void prepare() throws IOException {
        if (isEmpty() || played) {
            return;
        }
        Path folder = ScratchFolder.create("world");
        try (StandAws aws = maker.open(folder)) {
            files = play(folder.resolve("work"), aws);
            account = aws.keep();
            played = true;
        } finally {
            ScratchFolder.delete(folder);
        }
    }

    /** Brings a folder and its AWS there. */
    void bring(Path work, StandAws aws) throws IOException {
        if (isEmpty()) {
            return;
        }
        prepare();
        Map<String, byte[]> state = files;
        if (account.isPresent()) {
            aws.bringBack(account.get());
        } else {
            Path folder = ScratchFolder.create("world");
            try {
                state = play(folder.resolve("work"), aws);
            } finally {
                ScratchFolder.delete(folder);
            }
        }
        for (Map.Entry<String, byte[]> file : state.entrySet()) {
            Path to = work.resolve(file.getKey());
            Files.createDirectories(to.getParent());
            Files.write(to, file.getValue());
        }
    }

    private Map<String, byte[]> play(Path folder, StandAws aws) throws IOException {
        Files.createDirectories(folder);
        Map<String, String> shell = new HashMap<>(TerraformEnvironment.clean(caller, Map.of()));
        try (Workbench bench = Workbench.open(lab, folder, new AwsChoice.At(aws.endpoint()), shell, line -> {})) {
            new LabSetup(bench, line -> {}).prepare();
        }
        Map<String, byte[]> kept = new LinkedHashMap<>();
        for (String name : KEPT) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file)) {
                kept.put(name, Files.readAllBytes(file));
            }
        }
        return kept;
    }
}

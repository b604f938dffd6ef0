package dev.plumbline.grading;

import dev.plumbline.lab.Lab;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.Configuration;
import dev.plumbline.terraform.source.SourceText;
import dev.plumbline.workspace.SnapshotReader;
import dev.plumbline.workspace.WorkspaceSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The learner's work one folder up, in the wrong place. A lab's folder may lie inside somebody's Terraform project, so
 * code above counts only where it evidently is this lab's: it declares what the lab is about and nothing of a project's
 * own. A provider block alone could be anybody's.
 */
public final class WorkAbove {
    /** More files of code than that are a project. */
    private static final int MOST = 20;

    private WorkAbove() {}

    /** The name of the file above that is this lab's work, the lab's own file name first. */
    public static Optional<String> file(Lab lab, WorkspaceSnapshot workspace) {
        Path above = workspace.root().getParent();
        List<String> names =
                workspace.parent().stream().filter(WorkspaceSnapshot::isCode).toList();
        if (above == null || names.size() > MOST) {
            return Optional.empty();
        }
        String wanted = lab.rules().codeFile();
        return names.stream()
                .sorted(Comparator.comparing((String name) -> !name.equals(wanted)))
                .filter(name -> isOfTheLab(lab, above.resolve(name)))
                .findFirst();
    }

    /** Whether commands run one folder up were meant for this one: nothing else there could have been meant. */
    public static boolean isLikely(Lab lab, WorkspaceSnapshot workspace) {
        return workspace.parent().stream().noneMatch(WorkspaceSnapshot::isCode)
                || file(lab, workspace).isPresent();
    }

    private static boolean isOfTheLab(Lab lab, Path file) {
        String type = lab.subject().resource();
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > SnapshotReader.CODE_CAP) {
                return false;
            }
            Configuration code = Configuration.of(
                    List.of(SourceText.of(String.valueOf(file.getFileName()), Files.readAllBytes(file))));
            return code.mentionedTypes().resources().contains(type)
                    && code.blocks().stream().noneMatch(block -> isOfAProject(block, type));
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean isOfAProject(Block block, String type) {
        return block.type().equals("module")
                || (block.type().equals("resource") && !block.label(0).equals(type));
    }
}

package dev.plumbline.grading;

import dev.plumbline.lab.Lab;
import dev.plumbline.lab.Nearest;
import dev.plumbline.lab.Subject;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.Configuration;
import dev.plumbline.terraform.source.SourceText;
import dev.plumbline.workspace.SnapshotReader;
import dev.plumbline.workspace.WorkspaceSnapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The learner's work in the wrong place: one folder up, or one down. A lab's folder may lie inside somebody's Terraform
 * project, or around one, so code there counts only where it evidently is this lab's: it declares what the lab is about,
 * under a name like the one that is asked for, and nothing of a project's own; and it stands in the lab's own file, or
 * Terraform was run there. A provider block alone could be anybody's, and so could a copy kept for later.
 */
public final class WorkAbove {
    /** More files of code than that are a project. */
    private static final int MOST = 20;

    private static final String STATE = "terraform.tfstate";

    private WorkAbove() {}

    /** The name of the file above that is this lab's work, the lab's own file name first. */
    public static Optional<String> file(Lab lab, WorkspaceSnapshot workspace) {
        boolean ran =
                workspace.parent().contains(".terraform") || workspace.parent().contains(STATE);
        return likely(lab, workspace)
                .filter(name -> ran || name.equals(lab.rules().codeFile()));
    }

    /** The same of what may be this lab's work and may as well be a copy of it: worth a question, and no judgement. */
    public static Optional<String> likely(Lab lab, WorkspaceSnapshot workspace) {
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

    /** The path of the file one folder down that is this lab's work. */
    public static Optional<String> below(Lab lab, WorkspaceSnapshot workspace) {
        String wanted = lab.rules().codeFile();
        return workspace.contents().keySet().stream()
                .filter(path -> path.indexOf('/') > 0 && !path.startsWith("."))
                .filter(path -> WorkspaceSnapshot.isCode(fileName(path)))
                .filter(path -> fileName(path).equals(wanted)
                        || workspace.contents().containsKey(path.substring(0, path.lastIndexOf('/') + 1) + STATE))
                .sorted()
                .filter(path ->
                        isOfTheLab(lab, fileName(path), workspace.contents().get(path)))
                .findFirst();
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Whether commands run one folder up were meant for this one: nothing else there could have been meant. */
    public static boolean isLikely(Lab lab, WorkspaceSnapshot workspace) {
        return workspace.parent().stream().noneMatch(WorkspaceSnapshot::isCode)
                || file(lab, workspace).isPresent();
    }

    private static boolean isOfTheLab(Lab lab, Path file) {
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Files.size(file) <= SnapshotReader.CODE_CAP
                    && isOfTheLab(lab, String.valueOf(file.getFileName()), Files.readAllBytes(file));
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean isOfTheLab(Lab lab, String name, byte @Nullable [] bytes) {
        if (bytes == null) {
            return false;
        }
        String type = lab.subject().resource();
        Configuration code = Configuration.of(List.of(SourceText.of(name, bytes)));
        return code.mentionedTypes().resources().contains(type)
                && code.blocks().stream().noneMatch(block -> isOfAProject(block, type))
                && mayBeNamed(lab.subject(), new String(bytes, StandardCharsets.UTF_8));
    }

    /** Whether a name in the code is like the one asked for; a name that cannot be read may be. */
    private static boolean mayBeNamed(Subject subject, String code) {
        Pattern named = Pattern.compile("(?m)^\\s*" + Pattern.quote(subject.identity()) + "\\s*=\\s*\"([^\"$\\n]+)\"");
        List<String> names =
                named.matcher(code).results().map(found -> found.group(1)).toList();
        return names.isEmpty() || names.stream().anyMatch(name -> isLike(subject, name));
    }

    /** Whether two names share a word, slips allowed; that a stream is called some stream says nothing. */
    private static boolean isLike(Subject subject, String name) {
        Set<String> wanted = words(subject.value());
        Set<String> found = words(name);
        Set<String> usual = words(subject.resource());
        if (!usual.containsAll(wanted)) {
            wanted.removeAll(usual);
            found.removeAll(usual);
        }
        return found.stream().anyMatch(word -> Nearest.to(word, wanted).isPresent());
    }

    private static Set<String> words(String name) {
        Set<String> words = new TreeSet<>(List.of(name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")));
        words.remove("");
        return words;
    }

    private static boolean isOfAProject(Block block, String type) {
        return block.type().equals("module")
                || (block.type().equals("resource") && !block.label(0).equals(type));
    }
}

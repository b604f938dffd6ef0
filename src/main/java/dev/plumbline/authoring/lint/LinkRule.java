package dev.plumbline.authoring.lint;

import dev.plumbline.lab.Nearest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links between texts, and the topics that texts tell the learner to read. */
final class LinkRule implements LintRule {
    private static final Pattern LINK = Pattern.compile("\\[[^\\]\\n]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern READ = Pattern.compile("`(?:lab |\\./lab )?read (?:\\{\\{lab\\}\\} )?([a-z-]+)`");

    @Override
    public List<Remark> check(Scene scene) {
        List<Remark> remarks = new ArrayList<>();
        List<String> topics = scene.texts().keySet().stream()
                .map(name -> name.replaceFirst("\\.md$", ""))
                .toList();
        scene.texts().forEach((name, text) -> {
            Matcher links = LINK.matcher(text);
            while (links.find()) {
                link(scene, name, text, links.start(), links.group(1), remarks);
            }
            Matcher reads = READ.matcher(text);
            while (reads.find()) {
                String topic = reads.group(1);
                if (!topics.contains(topic) && !topic.equals("topic")) {
                    remarks.add(at(
                            scene,
                            name,
                            text,
                            reads.start(),
                            "there is no text '" + topic + "' to read",
                            Nearest.hint(topic, topics)));
                }
            }
        });
        return remarks;
    }

    private static void link(Scene scene, String name, String text, int offset, String target, List<Remark> remarks) {
        if (target.startsWith("http://")) {
            remarks.add(at(scene, name, text, offset, "a link without https: " + target, "Write https://"));
        } else if (!target.startsWith("https://") && !target.startsWith("#")) {
            Path file = scene.lab().contentDirectory().resolve(target.replaceFirst("#.*", ""));
            if (!Files.exists(file)) {
                remarks.add(
                        at(scene, name, text, offset, "the link leads nowhere: " + target, "Name a file that exists"));
            }
        }
    }

    private static Remark at(Scene scene, String name, String text, int offset, String says, String next) {
        int line =
                (int) text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
        int start = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
        int column = text.codePointCount(Math.min(start, offset), offset) + 1;
        return new Remark(
                Remark.Weight.ERROR, new dev.plumbline.lab.LabProblem(scene.shown(name), line, column, says, next));
    }
}

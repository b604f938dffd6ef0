package dev.plumbline.terminal;

import dev.plumbline.lab.Drill;
import dev.plumbline.lab.Requirement;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** What Tab offers: the session's commands, Terraform's subcommands and options, and files. */
final class Completions implements Completer {
    private static final int MOST_FILES = 200;
    private static final List<String> PROGRAMS = List.of("terraform", "vi", "vim", "nano", "cat", "ls", "cd", "less");

    private final LabRun lab;
    private final CommandTable commands;
    private final Supplier<Path> directory;

    Completions(LabRun lab, CommandTable commands, Supplier<Path> directory) {
        this.lab = lab;
        this.commands = commands;
        this.directory = directory;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        if (line.wordIndex() == 0) {
            offer(candidates, commands.all().stream().map(SessionCommand::name));
            offer(candidates, installed(PROGRAMS, lab.environment()));
            return;
        }
        String command = line.words().get(0);
        switch (command) {
            case "hint" -> offer(candidates, lab.lab().requirements().stream().map(Requirement::id));
            case "read" -> offer(candidates, ReadingCommands.topics(lab).stream());
            case "drill" -> offer(candidates, lab.lab().drills().stream().map(Drill::id));
            case "fix" -> offer(candidates, Stream.of("--apply", "--undo"));
            case "terraform" -> terraform(line, candidates);
            default -> files(line.word(), candidates);
        }
    }

    /** Those of some programs that can be started here; cd is the session's own. */
    static Stream<String> installed(List<String> programs, Map<String, String> environment) {
        String[] folders = environment.getOrDefault("PATH", "").split(File.pathSeparator);
        return programs.stream()
                .filter(program -> program.equals("cd")
                        || Stream.of(folders).anyMatch(folder -> new File(folder, program).canExecute()));
    }

    private void terraform(ParsedLine line, List<Candidate> candidates) {
        List<String> words =
                TerraformWords.next(line.words().subList(1, line.wordIndex()), line.word(), directory.get());
        offer(candidates, words.stream());
        if (words.isEmpty()) {
            files(line.word(), candidates);
        }
    }

    private static void offer(List<Candidate> candidates, Stream<String> words) {
        words.forEach(word -> candidates.add(new Candidate(word, word, null, null, null, null, !word.endsWith("="))));
    }

    private void files(String typed, List<Candidate> candidates) {
        int slash = typed.lastIndexOf('/');
        String folder = slash < 0 ? "" : typed.substring(0, slash + 1);
        try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(directory.get().resolve(folder))) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                boolean hidden =
                        name.startsWith(".") && !typed.substring(slash + 1).startsWith(".");
                if (!hidden && candidates.size() < MOST_FILES) {
                    boolean isFolder = Files.isDirectory(entry);
                    String shown = name + (isFolder ? "/" : "");
                    candidates.add(new Candidate(folder + shown, shown, null, null, null, null, !isFolder));
                }
            }
        } catch (IOException | InvalidPathException nothingThere) {
            // No such folder: nothing to offer.
            return;
        }
    }
}

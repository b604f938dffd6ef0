package dev.plumbline.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One lab, loaded and bound: what the learner is asked for and how it is judged. The parameters are filled into every
 * text already, except the messages of requirements; for other values the lab is loaded anew ({@link
 * LabCatalogue#draw}).
 *
 * @param id the folder's name below {@code labs/}, also the name on the command line
 * @param title one line for lists
 * @param summary one or two sentences
 * @param minutes how long it takes a newcomer, in minutes
 * @param parameters the values the texts and checks refer to
 * @param services the AWS services a backend must offer, in the SDK's names ({@code kinesis})
 * @param rules what the learner's folder may hold
 * @param subject the resource the lab is about
 * @param requirements in the order they are shown
 * @param mistakes the catalogues in {@code graders/} that apply, by name without the ending ({@code terraform}, {@code
 *     kinesis})
 * @param setup what exists before the learner starts, empty for most labs
 * @param drills break-and-repair exercises that stand on this lab
 * @param labDirectory {@code labs/<id>}
 * @param contentDirectory {@code content/<id>}
 */
public record Lab(
        String id,
        String title,
        String summary,
        int minutes,
        Parameters parameters,
        List<String> services,
        WorkspaceRules rules,
        Subject subject,
        List<Requirement> requirements,
        List<String> mistakes,
        List<SetupStep> setup,
        List<Drill> drills,
        Path labDirectory,
        Path contentDirectory) {
    public Lab {
        services = List.copyOf(services);
        requirements = List.copyOf(requirements);
        mistakes = List.copyOf(mistakes);
        setup = List.copyOf(setup);
        drills = List.copyOf(drills);
    }

    /** The same lab with a drill's goal as its requirements. */
    public Lab inDrill(Drill drill) {
        List<Requirement> goal = Stream.concat(
                        requirements.stream().filter(r -> drill.goal().contains(r.id())), drill.own().stream())
                .toList();
        return new Lab(
                id,
                drill.title(),
                drill.title(),
                minutes,
                parameters,
                services,
                rules,
                subject,
                goal,
                mistakes,
                List.of(),
                List.of(),
                labDirectory,
                contentDirectory);
    }

    /** The points of all requirements together. */
    public int maxScore() {
        return requirements.stream().mapToInt(Requirement::points).sum();
    }

    /** The requirement of that id, if the lab has it. */
    public Optional<Requirement> requirement(String requirementId) {
        return requirements.stream().filter(r -> r.id().equals(requirementId)).findFirst();
    }
}

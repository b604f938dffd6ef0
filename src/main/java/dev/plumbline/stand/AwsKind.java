package dev.plumbline.stand;

import dev.plumbline.lab.Lab;
import dev.plumbline.workbench.AwsChoice;
import dev.plumbline.workbench.UserError;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which AWS the stands of a run get. */
public sealed interface AwsKind {
    /** The embedded one, in this process; as many as wanted. */
    record Embedded() implements AwsKind {}

    /** moto_server, started by us; as many as wanted. */
    record OwnMoto(Path program) implements AwsKind {}

    /** One that somebody else runs: a single one, so that answers are tried one after another. */
    record Given(URI endpoint) implements AwsKind {}

    /**
     * Chooses for a lab.
     *
     * @param aws what {@code --aws} asks for
     * @throws UserError where there is none that has the lab's services, or a real account is asked for
     */
    static AwsKind of(Lab lab, AwsChoice aws, Map<String, String> caller) {
        if (aws instanceof AwsChoice.At at) {
            return new Given(at.endpoint());
        }
        if (aws instanceof AwsChoice.Real) {
            throw UserError.usage("Answers are tried on an AWS that is emptied before each of them, never on a real "
                    + "account. Leave --aws out, or name an emulator's address.");
        }
        List<String> lacking = lab.services().stream()
                .filter(service -> !service.equals("kinesis") && !service.equals("sts"))
                .toList();
        if (lacking.isEmpty()) {
            return new Embedded();
        }
        return moto(caller)
                .<AwsKind>map(OwnMoto::new)
                .orElseThrow(() -> UserError.trouble("The lab " + lab.id()
                        + " needs " + String.join(", ", lacking)
                        + ", which the built-in AWS does not have, and moto_server is "
                        + "not on your PATH. Install it (pip install 'moto[server]'), or run one yourself and name it with "
                        + "--aws http://127.0.0.1:5000."));
    }

    private static Optional<Path> moto(Map<String, String> caller) {
        for (String folder : caller.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            Path program = Path.of(folder.isEmpty() ? "." : folder, "moto_server");
            if (Files.isExecutable(program)) {
                return Optional.of(program);
            }
        }
        return Optional.empty();
    }

    /** How many stands there can be, at most so many. */
    default int most(int wanted) {
        return this instanceof Given ? 1 : Math.max(1, wanted);
    }

    /** Opens one below a folder. */
    default StandAws open(Path folder) {
        if (this instanceof OwnMoto moto) {
            return MotoAws.start(moto.program(), folder.resolve("moto.log"));
        }
        return this instanceof Given given ? MotoAws.at(given.endpoint()) : new EmbeddedAws();
    }
}

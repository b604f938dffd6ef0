package dev.plumbline.authoring.draft;

import dev.plumbline.workbench.UserError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a new lab is to be about.
 *
 * @param id the lab's id, also its folder's name
 * @param title one line
 * @param type the resource type
 * @param noun what a person calls it
 * @param identity the argument by which AWS knows it: {@code name}, {@code bucket}
 * @param name what the resource is called in AWS
 * @param region where it lives
 * @param wanted further arguments by path, as Terraform writes the values; each becomes a requirement
 */
public record Blueprint(
        String id,
        String title,
        String type,
        String noun,
        String identity,
        String name,
        String region,
        Map<String, String> wanted) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern TYPE = Pattern.compile("aws_[a-z0-9_]+");
    private static final Pattern PATH = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)?");
    private static final Map<String, String> USUAL_IDENTITIES = Map.of(
            "aws_s3_bucket", "bucket",
            "aws_lambda_function", "function_name",
            "aws_db_instance", "identifier");
    private static final Map<String, String> CATALOGUES =
            Map.of("aws_kinesis_stream", "kinesis", "aws_sqs_queue", "sqs");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    public Blueprint {
        wanted = new LinkedHashMap<>(wanted);
        checkId(id);
        checkType(type);
        checkPath(identity);
        wanted.keySet().forEach(Blueprint::checkPath);
        if (name.isBlank()) {
            throw UserError.usage("The name in AWS is empty.");
        }
    }

    /**
     * Looks at an id.
     *
     * @throws UserError if it cannot be a lab's id
     */
    public static void checkId(String id) {
        if (!ID.matcher(id).matches()) {
            throw UserError.usage("'" + id + "' is no id for a lab. Use lower case words with dashes: my-first-lab");
        }
    }

    /**
     * Looks at a resource type.
     *
     * @throws UserError if it cannot be a resource type of the AWS provider
     */
    public static void checkType(String type) {
        if (!TYPE.matcher(type).matches()) {
            throw UserError.usage("'" + type + "' is no resource type of the AWS provider. Write it as aws_sqs_queue");
        }
    }

    /**
     * Looks at an argument's path.
     *
     * @throws UserError if it cannot be an argument
     */
    public static void checkPath(String path) {
        if (!PATH.matcher(path).matches()) {
            throw UserError.usage("'" + path + "' is no argument. Write it as argument or block.argument");
        }
    }

    /** The argument by which AWS knows most resources of a type. */
    public static String usualIdentity(String type) {
        return USUAL_IDENTITIES.getOrDefault(type, "name");
    }

    /** The service's name as the SDK has it, from the type's second word: {@code kinesis}, {@code sqs}. */
    String service() {
        return type.split("_", -1)[1];
    }

    /** What a lab command needs besides, where the built-in AWS lacks the service; otherwise empty. */
    public String needsAnotherAws() {
        return service().equals("kinesis") ? "" : " --aws http://127.0.0.1:5000 (with moto_server -p 5000 running)";
    }

    /** The label of the resource in the solution. */
    String label() {
        String fit = name.replaceAll("[^A-Za-z0-9_]", "_");
        return Character.isLetter(fit.charAt(0)) ? fit : "_" + fit;
    }

    /** The id of the requirement for an argument. */
    static String requirement(String path) {
        return path.substring(path.lastIndexOf('.') + 1).replace('_', '-');
    }

    /** A value as Terraform writes it: numbers and truth values as they are, the rest in quotes. */
    static String literal(String value) {
        boolean bare =
                NUMBER.matcher(value).matches() || List.of("true", "false").contains(value);
        return bare ? value : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** The mistake catalogues that fit. */
    List<String> mistakes() {
        return CATALOGUES.containsKey(type) ? List.of("terraform", CATALOGUES.get(type)) : List.of("terraform");
    }
}

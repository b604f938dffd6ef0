package dev.plumbline.terraform.source;

import java.util.Map;

/**
 * What a configuration's values depend on besides its files.
 *
 * @param variables values of variables from outside, by name, as texts (what {@code TF_VAR_name} holds)
 * @param workspace the selected workspace
 */
public record Situation(Map<String, String> variables, String workspace) {

    /** No variables, the workspace named default. */
    public static final Situation PLAIN = new Situation(Map.of(), "default");

    /** Makes the map unmodifiable. */
    public Situation {
        variables = Map.copyOf(variables);
    }
}

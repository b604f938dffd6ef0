package dev.plumbline.workbench;

import java.net.URI;
import java.net.URISyntaxException;

/** What {@code --aws} asks for. */
public sealed interface AwsChoice {
    /** The AWS inside this program. */
    record Embedded() implements AwsChoice {}

    /** Another endpoint. */
    record At(URI endpoint) implements AwsChoice {}

    /** A real account. */
    record Real() implements AwsChoice {}

    /**
     * Reads the option's value.
     *
     * @throws UserError if it is none of the three
     */
    static AwsChoice parse(String text) {
        if (text.equals("embedded")) {
            return new Embedded();
        }
        if (text.equals("real")) {
            return new Real();
        }
        try {
            URI endpoint = new URI(text);
            boolean http = "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
            if (http && endpoint.getHost() != null) {
                return new At(endpoint);
            }
        } catch (URISyntaxException notAnAddress) {
            throw unknown(text);
        }
        throw unknown(text);
    }

    private static UserError unknown(String text) {
        return UserError.usage(
                "--aws takes 'embedded', 'real' or an address such as http://127.0.0.1:5000, not '" + text + "'.");
    }
}

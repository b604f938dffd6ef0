package dev.plumbline.workbench;

import dev.plumbline.sandbox.control.CallRecord;
import java.util.Optional;

/**
 * One call that the embedded AWS has answered, as evidence of what a command did.
 *
 * @param operation AWS's name of it, such as {@code CreateStream}
 * @param region where it was asked for
 * @param name what it is about; empty where it is about no one thing
 * @param change whether it asks for a change
 * @param error AWS's error type, where it was refused
 */
public record CloudCall(String operation, String region, String name, boolean change, Optional<String> error) {
    private static final String NAME = "StreamName=";
    private static final String ARN = "StreamARN=";
    private static final int ARN_PARTS = 6;
    private static final int REGION = 3;

    static CloudCall of(CallRecord call) {
        String name = "";
        for (String word : call.parameters().split(" ")) {
            if (word.startsWith(NAME)) {
                name = word.substring(NAME.length());
            } else if (word.startsWith(ARN)) {
                name = word.substring(word.lastIndexOf('/') + 1);
            }
        }
        return new CloudCall(call.operation(), call.region(), name, call.isChange(), call.error());
    }

    /** Whether AWS has changed something for it. */
    public boolean hasChanged() {
        return change && error.isEmpty();
    }

    /** Whether it is about what has that id in a state; an id that is an ARN says in which region, too. */
    public boolean isAbout(String id) {
        String[] parts = id.split(":", ARN_PARTS);
        boolean here = parts.length < ARN_PARTS || parts[REGION].equals(region);
        return here && !name.isEmpty() && id.substring(id.lastIndexOf('/') + 1).equals(name);
    }
}

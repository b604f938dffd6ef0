package dev.plumbline.grading;

import dev.plumbline.cloud.LiveAnswer;
import java.util.List;

/** The live account, asked when a check wants to know and remembered for the run. */
public interface CloudEvidence {
    /**
     * The live resource of that type and name.
     *
     * @param account twelve digits, or empty for the account of the lab's own credentials
     */
    LiveAnswer find(String type, String identity, String region, String account);

    /** The names of all resources of that type in a region. */
    List<String> list(String type, String region, String account);

    /** Regions worth a look besides the asked-for one: every usual one locally, only those mentioned on a real account. */
    List<String> regions();
}

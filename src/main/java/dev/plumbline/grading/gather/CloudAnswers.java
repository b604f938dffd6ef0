package dev.plumbline.grading.gather;

import dev.plumbline.cloud.LiveAnswer;
import java.util.List;
import java.util.Map;

/**
 * What a run asked the cloud, and what the cloud answered: all that a judgement knows of it.
 *
 * @param found for each resource that was looked for
 * @param lists the names of all of a type in a region; the identity of these questions is empty
 * @param regions those that were worth a look
 */
public record CloudAnswers(Map<Question, LiveAnswer> found, Map<Question, List<String>> lists, List<String> regions) {
    public CloudAnswers {
        found = Map.copyOf(found);
        lists = Map.copyOf(lists);
        regions = List.copyOf(regions);
    }

    /**
     * One question.
     *
     * @param type the Terraform type
     * @param identity the name of the resource
     * @param region where it was looked for
     * @param account twelve digits, or empty for the account of the lab's own credentials
     */
    public record Question(String type, String identity, String region, String account) {}
}

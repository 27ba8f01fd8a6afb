package org.lessonbot.activity.discussion;

import java.util.List;

/**
 * One question to discuss.
 *
 * @param splits votes over which the class was divided; often none
 */
public record DiscussionDeal(String question, List<Split> splits) {
    public DiscussionDeal {
        splits = List.copyOf(splits);
    }

    /**
     * A vote that was close: the prompt, and the two values in words. How many chose each is counted whenever it is shown, so whoever was
     * erased is not among them.
     */
    public record Split(String prompt, String a, String b) {}
}

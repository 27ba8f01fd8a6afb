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

    /** A vote that was close: the prompt, the two values in words, and how many chose each. */
    public record Split(String prompt, String a, int forA, String b, int forB) {}
}

package org.lessonbot.activity.discussion;

import java.util.List;

/**
 * The step's section in the plan.
 *
 * @param questions one a round, in this order
 * @param split whether the first round begins with the votes over which the class was most divided
 */
public record DiscussionContent(List<String> questions, boolean split) {
    public DiscussionContent {
        questions = List.copyOf(questions);
    }
}

package org.lessonbot.activity.board;

import java.util.List;

/**
 * The step's section in the plan.
 *
 * @param ask what people are to upvote
 * @param seeds questions that stand on the board from the start, so that a thin day still works
 */
public record BoardContent(String ask, List<String> seeds) {
    public BoardContent {
        seeds = List.copyOf(seeds);
    }
}

package org.lessonbot.activity.board;

import java.util.Set;

/**
 * A question on the board.
 *
 * @param code by which buttons and entries name it; never tells whose it is
 * @param chosen whether the teacher chose it for investigation
 * @param upvoters who upvoted it, or one that was merged into it
 */
public record Posted(String code, String text, boolean pinned, boolean chosen, Set<String> upvoters) {
    public Posted {
        upvoters = Set.copyOf(upvoters);
    }

    public int upvotes() {
        return upvoters.size();
    }
}

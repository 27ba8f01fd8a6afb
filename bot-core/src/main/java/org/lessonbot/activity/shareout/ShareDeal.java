package org.lessonbot.activity.shareout;

import java.util.List;

/**
 * Whose turn it is, and what they wrote.
 *
 * @param owner the pair, or one person who works alone
 */
public record ShareDeal(String owner, List<Answer> answers) {
    public ShareDeal {
        answers = List.copyOf(answers);
    }

    /** An answer and the question it answers. */
    public record Answer(String question, String answer) {}
}

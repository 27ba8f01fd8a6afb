package org.lessonbot.activity.investigate;

import java.util.List;
import org.lessonbot.activity.board.Posted;
import org.lessonbot.activity.board.QuestionBoard;

/**
 * What to investigate: questions of the board, one to three, or the one that the teacher asked. An answer's field is
 * {@code answer-} and its question's place, from 1.
 *
 * @param codes of the questions on the board. Their words stay with whoever wrote them, and are gone when they are.
 * @param asked the teacher's own question; empty if it was the board's
 */
public record InvestigateDeal(List<String> codes, String asked) {
    public InvestigateDeal {
        codes = List.copyOf(codes);
    }

    /**
     * The questions in words, in their places.
     *
     * @param gone stands for one that was taken back since
     */
    public List<String> questions(QuestionBoard board, String gone) {
        return asked.isEmpty()
                ? codes.stream()
                        .map(code -> board.find(code).map(Posted::text).orElse(gone))
                        .toList()
                : List.of(asked);
    }
}

package org.lessonbot.activity.investigate;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lessonbot.activity.Keep;
import org.lessonbot.activity.board.Posted;
import org.lessonbot.activity.board.QuestionBoard;
import org.lessonbot.lesson.Entries;

/**
 * What to investigate: questions of the board, one to three, or the one that the teacher asked. An answer's field is
 * {@code answer-} and its question's place, from 1. Whoever leads a club may ask another question of the board instead; it gets the next
 * place, so that an answer stays with the question that it was given to.
 *
 * @param codes of the questions on the board. Their words stay with whoever wrote them, and are gone when they are.
 * @param asked the teacher's own question; empty if it was the board's
 */
public record InvestigateDeal(List<String> codes, String asked) {
    /** The codes that are asked instead, one after another with blanks between: the last one holds. */
    static final String INSTEAD = "instead";

    public InvestigateDeal {
        codes = List.copyOf(codes);
    }

    /**
     * All questions that were ever asked, in words, in their places.
     *
     * @param here the entries of the round
     * @param gone stands for one that was taken back since
     */
    public List<String> questions(QuestionBoard board, Entries here, String gone) {
        return asked.isEmpty()
                ? all(here).stream()
                        .map(code -> board.find(code).map(Posted::text).orElse(gone))
                        .toList()
                : List.of(asked);
    }

    /** The places of those that are asked now. */
    List<Integer> places(Entries here) {
        List<String> instead = instead(here);
        return instead.isEmpty()
                ? IntStream.rangeClosed(1, asked.isEmpty() ? codes.size() : 1)
                        .boxed()
                        .toList()
                : List.of(all(here).indexOf(instead.get(instead.size() - 1)) + 1);
    }

    static List<String> instead(Entries here) {
        return here.value(Keep.TEACHERS, INSTEAD)
                .map(written -> List.of(written.split(" ")))
                .orElse(List.of());
    }

    private List<String> all(Entries here) {
        return Stream.concat(codes.stream(), instead(here).stream()).distinct().toList();
    }
}

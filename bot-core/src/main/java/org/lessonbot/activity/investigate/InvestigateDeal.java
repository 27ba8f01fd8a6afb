package org.lessonbot.activity.investigate;

import java.util.List;

/** The questions to investigate, one to three. An answer's field is {@code answer-} and its question's place, from 1. */
public record InvestigateDeal(List<String> questions) {
    public InvestigateDeal {
        questions = List.copyOf(questions);
    }
}

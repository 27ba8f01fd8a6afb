package org.lessonbot.activity;

import java.util.List;
import org.lessonbot.lesson.Entries;
import org.lessonbot.plan.Bank;
import org.lessonbot.reward.Choice;
import org.lessonbot.reward.Lexicon;

/** A deal in whose round people choose between two responses, so that a reward model can learn from it. */
public interface Comparing {
    /** Somebody finds neither better. */
    String TIE = "tie";

    /**
     * How each pair was chosen from, by everybody's first choice.
     *
     * @param here the entries of the round
     */
    List<Choice> choices(Bank bank, Entries here, Lexicon lexicon);
}

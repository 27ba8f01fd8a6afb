package org.lessonbot.activity.preference;

import java.util.List;
import java.util.Optional;
import org.lessonbot.activity.Dealing;
import org.lessonbot.activity.Tastes;
import org.lessonbot.reward.Choice;
import org.lessonbot.reward.Lexicon;
import org.lessonbot.reward.Prediction;
import org.lessonbot.reward.RewardModel;

/**
 * What a model that was trained on this class's choices expected of a vote. It is kept with the deal, so that nobody can have changed it
 * since, and what was chosen of this very pair has no part in it; nobody sees it before the reveal, teachers neither. It is made when the
 * round is dealt; where people go at their own pace, before somebody answers, as soon as enough have rated.
 *
 * @param knows whether it knew enough to expect anything
 * @param forA the share of votes that it expected for A, 0 to 1; of no meaning if it knew too little
 * @param votes those it had learned from
 * @param needed with how many it would have known enough; 0 if nobody can say
 */
public record Forecast(boolean knows, double forA, long votes, long needed) {

    /** Nothing unless the class has rated in a shift, and is not so few that it would speak of each. */
    static Optional<Forecast> of(Dealing<PreferenceContent, PreferenceDeal> dealing, PreferenceDeal deal) {
        Lexicon lexicon = Lexicon.of(dealing.plan().language());
        Tastes tastes = Tastes.of(dealing.rounds(), dealing.entries(), dealing.bank(), lexicon);
        if (tastes.people() == 0 || !dealing.lesson().mayCount(tastes.people())) {
            return Optional.empty();
        }
        List<Choice> others = tastes.choices().stream()
                .filter(choice -> !choice.pair().equals(deal.item().id()))
                .toList();
        RewardModel model = RewardModel.of(others);
        long votes = Math.round(model.votes());
        Prediction prediction = model.predict(deal.profile(deal.a(), lexicon), deal.profile(deal.b(), lexicon));
        if (prediction instanceof Prediction.Expected expected) {
            return Optional.of(new Forecast(true, expected.forFirst(), votes, 0));
        }
        Prediction.TooLittle little = (Prediction.TooLittle) prediction;
        return Optional.of(new Forecast(false, 0.5, votes, little.needed().orElse(0)));
    }

    /** Whether it named the side that more people chose; half for neither. */
    public static double hit(double expected, double chosen) {
        return expected == 0.5 || chosen == 0.5 ? 0.5 : (expected > 0.5) == (chosen > 0.5) ? 1 : 0;
    }
}

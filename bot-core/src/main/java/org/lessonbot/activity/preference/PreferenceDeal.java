package org.lessonbot.activity.preference;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.lessonbot.activity.Comparing;
import org.lessonbot.activity.OwnItem;
import org.lessonbot.lesson.Entries;
import org.lessonbot.plan.Bank;
import org.lessonbot.plan.Item;
import org.lessonbot.reward.Choice;
import org.lessonbot.reward.Lexicon;
import org.lessonbot.reward.Profile;

/**
 * One round of Preference Rater.
 *
 * @param a the value whose response stands on side A
 * @param b the value whose response stands on side B
 * @param forecast what a model of the class expected of the vote; null where there was none, and before the reveal shown to nobody
 */
public record PreferenceDeal(
        Item item, String a, String b, @Nullable Forecast forecast) implements Comparing {
    private static final String SIDE_A = "a";
    private static final String SIDE_B = "b";

    /** A round of which nothing was expected. */
    public PreferenceDeal(Item item, String a, String b) {
        this(item, a, b, null);
    }

    /** The same with what is expected of the vote, if anything is. */
    PreferenceDeal with(Optional<Forecast> expected) {
        return new PreferenceDeal(item, a, b, expected.orElse(null));
    }

    /** What was expected of the vote; for the reveal. */
    public Optional<Forecast> expected() {
        return Optional.ofNullable(forecast);
    }

    /** Votes for A, with half of those for neither, as a share of all; nothing while nobody voted. */
    public OptionalDouble shareOfA(Entries here) {
        double forA = here.count(Preference.VOTE, a) + here.count(Preference.VOTE, Preference.TIE) / 2.0;
        int votes = here.field(Preference.VOTE).size();
        return votes == 0 ? OptionalDouble.empty() : OptionalDouble.of(forA / votes);
    }

    /** What a button's argument stands for. Buttons name the side and not the value: their ids can be read before the reveal. */
    Optional<String> choice(String side) {
        return switch (side) {
            case SIDE_A -> Optional.of(a);
            case SIDE_B -> Optional.of(b);
            case Preference.TIE -> Optional.of(Preference.TIE);
            default -> Optional.empty();
        };
    }

    /** The argument of the button for a choice. */
    String side(String choice) {
        return choice.equals(a) ? SIDE_A : choice.equals(b) ? SIDE_B : Preference.TIE;
    }

    @Override
    public List<Choice> choices(Bank bank, Entries here, Lexicon lexicon) {
        double ties = here.count(Preference.VOTE, Preference.TIE) / 2.0;
        double forA = here.count(Preference.VOTE, a) + ties;
        double forB = here.count(Preference.VOTE, b) + ties;
        return forA + forB == 0
                ? List.of()
                : List.of(new Choice(item.id(), profile(a, lexicon), profile(b, lexicon), forA, forB));
    }

    /** What is known of one of the two responses. A prompt that the teacher typed has values of its own, which recur nowhere. */
    Profile profile(String value, Lexicon lexicon) {
        return item.request().equals(OwnItem.REQUEST)
                ? Profile.of(item.response(value).text(), lexicon)
                : Profile.of(item, value, lexicon);
    }

    /** The value's name in words. */
    public String name(String value) {
        Item.Value known = item.values().get(value);
        return known == null ? value : known.name();
    }
}

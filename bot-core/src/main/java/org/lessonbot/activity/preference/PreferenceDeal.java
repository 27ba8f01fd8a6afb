package org.lessonbot.activity.preference;

import java.util.Optional;
import org.lessonbot.plan.Item;

/**
 * One round of Preference Rater.
 *
 * @param a the value whose response stands on side A
 * @param b the value whose response stands on side B
 */
public record PreferenceDeal(Item item, String a, String b) {
    private static final String SIDE_A = "a";
    private static final String SIDE_B = "b";

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

    /** The value's name in words. */
    public String name(String value) {
        Item.Value known = item.values().get(value);
        return known == null ? value : known.name();
    }
}

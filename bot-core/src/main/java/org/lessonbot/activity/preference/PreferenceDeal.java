package org.lessonbot.activity.preference;

import org.lessonbot.plan.Item;

/**
 * One round of Preference Rater.
 *
 * @param a the value whose response stands on side A
 * @param b the value whose response stands on side B
 */
public record PreferenceDeal(Item item, String a, String b) {
    /** Whether a vote is for one of the two responses or for neither. */
    boolean takes(String choice) {
        return choice.equals(a) || choice.equals(b) || choice.equals(Preference.TIE);
    }

    /** The value's name in words. */
    public String name(String value) {
        Item.Value known = item.values().get(value);
        return known == null ? value : known.name();
    }
}

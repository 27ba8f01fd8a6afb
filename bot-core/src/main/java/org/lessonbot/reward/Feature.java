package org.lessonbot.reward;

import java.util.Locale;

/** What anybody can see in a response, without knowing who wrote it or what for. */
public enum Feature implements Axis {
    /** Words, of which ten are one unit. */
    LENGTH(10),
    /** Words that leave room for doubt. */
    HEDGES(1),
    /** Words that leave none. */
    CERTAINTY(1),
    /** Questions to whoever asked. */
    QUESTIONS(1),
    /** How often whoever asked is spoken to; twice is one unit. */
    ADDRESS(2),
    /** How often the response speaks of itself; twice is one unit. */
    FIRST_PERSON(2),
    /** Points of a list; two are one unit. */
    LIST(2),
    /** Words of comfort, praise and good wishes. */
    WARMTH(1),
    /** Examples that are called one. */
    EXAMPLES(1),
    /** Refusals, and advice to ask somebody else. */
    REFUSAL(1),
    EXCLAMATIONS(1),
    /** Numbers, in digits. */
    NUMBERS(1);

    private final int unit;

    Feature(int unit) {
        this.unit = unit;
    }

    /** The word for it in {@code features.txt} and in the locale files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How many of what is counted make one unit. */
    public int unit() {
        return unit;
    }
}

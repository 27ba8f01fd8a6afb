package org.lessonbot.store;

import org.lessonbot.plan.Pairing;

/** What of a lesson is shown, each once: by these words rows have it. */
public final class Slot {
    /** The teachers' console. It is nobody's post, but what it shows is kept and drawn as posts are. */
    public static final String CONSOLE = "desk";

    public static final String OVER = "over";

    /** The one post of a club, and what it came to. */
    public static final String HUB = "hub";

    public static final String SUMMARY = "summary";

    /** Begins whatever is about who works with whom. */
    public static final String PAIRS = "pairs/";

    private Slot() {}

    public static String pairs(Pairing pairing) {
        return PAIRS + pairing;
    }

    /** The pairing whose list such a slot is. */
    public static Pairing pairing(String slot) {
        return Pairing.valueOf(slot.substring(PAIRS.length()));
    }

    public static String round(String step, int number) {
        return step + "/" + number;
    }
}

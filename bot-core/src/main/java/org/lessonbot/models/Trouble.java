package org.lessonbot.models;

import java.util.List;
import java.util.Locale;

/** What can be wrong with an answer that came. Each is said in words by {@code models.trouble.<name>}. */
public enum Trouble {
    /** It went on beyond what is shown, and was cut at the end of a sentence. */
    CUT(false),
    /** It thought aloud; that was taken away. */
    REASONING(false),
    /** Marks of a chat template stood in it. */
    TEMPLATE(true),
    /** A base model answered as an assistant does, so it may not have been asked raw. */
    NOT_RAW(false),
    /** It says the same again and again. */
    REPETITION(false),
    /** It is in another language than the prompt. */
    LANGUAGE(false),
    /** It holds addresses; they are shown as text that leads nowhere. */
    LINKS(false),
    /** It names people, or gives ways to reach somebody. */
    NAMES(false),
    /** Words in it say which stage or model it comes from. */
    GIVEAWAY(false),
    /** The model refused in a field of its own. */
    REFUSAL(false),
    /** The server says that another model answered. */
    OTHER_MODEL(false);

    private final boolean refuses;

    Trouble(boolean refuses) {
        this.refuses = refuses;
    }

    /** Whether it keeps an answer from being used at all. */
    public boolean refuses() {
        return refuses;
    }

    /** Whether a class may be shown a text with these troubles at all. */
    public static boolean allow(String text, List<Trouble> troubles) {
        return !text.isEmpty() && troubles.stream().noneMatch(Trouble::refuses);
    }

    /** The key of the words that say it. */
    public String key() {
        return "models.trouble." + name().toLowerCase(Locale.ROOT);
    }
}

package org.lessonbot.models;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Addresses and people in a text, for a reviewer to look at: found by their looks, so some are none and some are missed. */
final class Mentions {
    private static final Pattern LINK = Pattern.compile(
            "\\b(?:(?i:https?|ftp))://\\S|\\bwww\\.[\\w-]+\\.\\w|\\]\\([^)\\s]+\\)"
                    // In small letters alone, or the end of one sentence and the beginning of the next would be one.
                    + "|\\b[a-z0-9-]{2,}\\.(?:com|org|net|edu|gov|info|io|co|uk|de|fr|es|it|eu|us|ca|au|in|jp|cn|ru|br)\\b(?!\\.\\w)");

    private static final Pattern REACHED = Pattern.compile(
            "(?i)[\\w.+-]+@[\\w-]+\\.\\w{2,}" // an address for mail
                    + "|(?<![\\w@])@[a-z_][\\w.]{2,}" // a name in a network
                    + "|(?<![\\d.,])\\+?\\(?\\d{2,4}\\)?[ /.-]\\d{2,4}[ .-]\\d{3,}"); // a telephone's number

    private static final Pattern TITLE =
            Pattern.compile("\\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|President|Sir|Lady|Herr|Frau)\\.? \\p{Lu}\\p{Ll}+");

    /** Two words or more with capitals in the midst of a sentence. */
    private static final Pattern PAIR =
            Pattern.compile("(?<=[\\p{Ll},;:'’] )\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\.)?(?: \\p{Lu}[\\p{Ll}’']+)+");

    /** Places and things have such names more often than people, and end like this, or begin like that. */
    private static final List<String> THINGS = List.of(
            "street",
            "avenue",
            "river",
            "ocean",
            "sea",
            "lake",
            "mountain",
            "mountains",
            "island",
            "islands",
            "city",
            "states",
            "kingdom",
            "university",
            "school",
            "college",
            "war",
            "day",
            "park",
            "bay",
            "coast",
            "africa",
            "america",
            "europe",
            "asia",
            "zealand",
            "nations",
            "union",
            "museum",
            "house",
            "century",
            "way",
            "desert");

    private static final List<String> SIDES = List.of("New", "North", "South", "East", "West", "Great", "United");

    private Mentions() {}

    static boolean links(String text) {
        return LINK.matcher(text).find();
    }

    /** @param prompt whose own names are no news */
    static boolean people(String text, String prompt) {
        return REACHED.matcher(text).find()
                || TITLE.matcher(text).find()
                || PAIR.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .anyMatch(name -> !prompt.contains(name) && !isThing(name));
    }

    private static boolean isThing(String name) {
        String first = name.substring(0, name.indexOf(' '));
        String last = name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        return SIDES.contains(first) || THINGS.contains(last);
    }
}

package org.lessonbot.models.fake;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a model says.
 *
 * @param thinking what it thinks first
 * @param ends whether it comes to an end by itself
 */
public record Utterance(String text, String thinking, boolean ends) {
    private static final Pattern TOKEN = Pattern.compile("\\s*\\S+|\\s+");

    public static Utterance of(String text) {
        return new Utterance(text, "", true);
    }

    /** The same after some thought. */
    public Utterance after(String thought) {
        return new Utterance(text, thought, ends);
    }

    /** The same, and on and on. */
    public Utterance unending() {
        return new Utterance(text, thinking, false);
    }

    /** No more of it than this many words, its thinking included, and nothing from a stop on. */
    Utterance within(int most, List<String> stops) {
        List<String> thought = tokens(thinking);
        List<String> said = tokens(stopped(stops));
        boolean thinksOn = thought.size() > most;
        String rest = thinksOn ? "" : String.join("", said.subList(0, Math.min(said.size(), most - thought.size())));
        boolean whole = !thinksOn && thought.size() + said.size() <= most;
        boolean stopped = stops.stream().anyMatch(text::contains);
        return new Utterance(
                rest, String.join("", thought.subList(0, Math.min(thought.size(), most))), whole && (ends || stopped));
    }

    private String stopped(List<String> stops) {
        return stops.stream()
                .map(text::indexOf)
                .filter(at -> at >= 0)
                .min(Integer::compare)
                .map(at -> text.substring(0, at))
                .orElse(text);
    }

    List<String> tokens() {
        return tokens(text);
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }

    int length() {
        return tokens(text).size() + tokens(thinking).size();
    }
}

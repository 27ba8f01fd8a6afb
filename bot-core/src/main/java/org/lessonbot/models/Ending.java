package org.lessonbot.models;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.List;
import org.lessonbot.plan.Response;

/**
 * Where an answer ends.
 *
 * @param text what is left of it
 * @param cut whether it went on
 */
record Ending(String text, boolean cut) {
    private static final String GOES_ON = " …";
    private static final String CLOSERS = "\"'”’»)]*_";
    private static final String ENDS = ".!?…。！？।؟۔";

    /** What stands before the first of these: servers do not all heed them. */
    static String before(List<String> stops, String text) {
        int end = text.length();
        for (String stop : stops) {
            int at = text.indexOf(stop);
            end = at < 0 ? end : Math.min(end, at);
        }
        return text.substring(0, end);
    }

    /** Whole sentences of it, at most as many as have room in a post; if there is none, whole words. */
    static Ending of(String text, boolean unfinished) {
        boolean tooLong = text.length() > Response.LONGEST;
        if (!tooLong && (!unfinished || endsSentence(text))) {
            return new Ending(text, unfinished);
        }
        int limit = Math.min(text.length(), Response.LONGEST);
        int end = sentenceEnd(text, limit);
        if (end > 0) {
            return new Ending(text.substring(0, end).strip(), true);
        }
        int room = Math.min(text.length(), Response.LONGEST - GOES_ON.length());
        BreakIterator words = BreakIterator.getWordInstance(ULocale.ROOT);
        words.setText(text);
        int word = words.isBoundary(room) ? room : words.preceding(room);
        // One word without an end is cut anywhere, but not within a character.
        BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        characters.setText(text);
        int last = word > 0 ? word : characters.isBoundary(room) ? room : characters.preceding(room);
        return new Ending(text.substring(0, last).strip() + GOES_ON, true);
    }

    private static int sentenceEnd(String text, int limit) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(ULocale.ROOT);
        sentences.setText(text);
        int end = 0;
        for (int next = sentences.next(); next != BreakIterator.DONE; next = sentences.next()) {
            String sentence = text.substring(0, next).strip();
            if (sentence.length() <= limit && endsSentence(sentence)) {
                end = sentence.length();
            }
        }
        return end;
    }

    private static boolean endsSentence(String text) {
        int end = text.length();
        while (end > 0 && CLOSERS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end > 0 && ENDS.indexOf(text.charAt(end - 1)) >= 0;
    }
}

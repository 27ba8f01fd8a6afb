package org.lessonbot.models;

import java.util.List;

/**
 * What a model thought likely at each place of its answer.
 *
 * @param places in the order of the answer; the first is where it begins
 */
public record Thought(List<Place> places) {
    public Thought {
        places = List.copyOf(places);
    }

    /**
     * One place.
     *
     * @param said what it said there
     * @param likeliest the likeliest words, at most five, the likeliest first
     */
    public record Place(String said, List<Word> likeliest) {
        public Place {
            likeliest = List.copyOf(likeliest);
        }
    }

    /**
     * One word, or a part of one, as the model's alphabet has it.
     *
     * @param text empty for the end of the text
     * @param probability from 0 to 1
     */
    public record Word(String text, double probability) {}
}

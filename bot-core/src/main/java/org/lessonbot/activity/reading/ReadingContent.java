package org.lessonbot.activity.reading;

import java.util.List;

/**
 * The step's section in the plan.
 *
 * @param text said first
 * @param passages read one after the other
 * @param after said last
 */
public record ReadingContent(String text, List<Passage> passages, String after) {
    public ReadingContent {
        passages = List.copyOf(passages);
    }

    /** A term and what it means. */
    public record Passage(String term, String text) {}
}

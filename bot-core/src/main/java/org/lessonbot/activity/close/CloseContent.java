package org.lessonbot.activity.close;

import java.util.List;

/**
 * The step's section in the plan.
 *
 * @param thanks the last words
 * @param comparisons published figures to set the class's agreement against; may be none
 */
public record CloseContent(String thanks, List<Comparison> comparisons) {
    public CloseContent {
        comparisons = List.copyOf(comparisons);
    }

    /** What others measured, in words, and where it is published. */
    public record Comparison(String text, String source) {}
}

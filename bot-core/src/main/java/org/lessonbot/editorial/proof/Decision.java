package org.lessonbot.editorial.proof;

import java.util.Map;
import org.lessonbot.plan.Review;

/**
 * What a reviewer decided about an item.
 *
 * @param seen the {@link Proof#mark()} of what they saw
 * @param fields texts by field, as {@code prompt}, {@code notice} or {@code responses/base}; empty ones are left as they are
 */
public record Decision(String lesson, String item, String seen, Map<String, String> fields, Review review) {
    public Decision {
        fields = Map.copyOf(fields);
    }
}

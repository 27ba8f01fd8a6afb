package org.lessonbot.reward;

import java.util.Comparator;

/** One thing in which responses differ, and by which a model may tell what people choose. */
public sealed interface Axis permits Feature, Axis.Values {
    /** Features in their own order, then values by name. */
    Comparator<Axis> ORDER = (one, other) -> {
        if (one instanceof Feature feature) {
            return other instanceof Feature second ? feature.compareTo(second) : -1;
        }
        return other instanceof Values second ? Values.BY_NAME.compare((Values) one, second) : 1;
    };

    /**
     * Which of two values a response was written for: half a unit for the first, half a unit less than nothing for the second, so that
     * two responses to one prompt are one unit apart.
     */
    record Values(String first, String second) implements Axis {
        private static final Comparator<Values> BY_NAME =
                Comparator.comparing(Values::first).thenComparing(Values::second);
    }
}

package org.lessonbot.reward;

import java.util.Comparator;

/** One thing in which responses differ, and by which a model may tell what people choose. */
public sealed interface Axis permits Feature, Axis.Values {
    /** Features in their own order, then values by name. */
    Comparator<Axis> ORDER = Comparator.comparing(Axis::order);

    /** A text that is this axis's alone, and by which axes are sorted. */
    String order();

    /**
     * Which of two values a response was written for: half a unit for the first, half a unit less than nothing for the second, so that
     * two responses to one prompt are one unit apart.
     */
    record Values(String first, String second) implements Axis {
        @Override
        public String order() {
            return "v " + first + " " + second;
        }
    }
}

package org.lessonbot.picture;

import java.util.List;

/**
 * Two numbers of each thing, each with its range, on two lines below each other: what two models have learned.
 *
 * @param scale along which they stand, with a line where neither side is favoured
 * @param oneSays what a hollow dot means
 * @param otherSays what a full dot means
 * @param rangeSays what the thin line through a dot means
 */
public record DotPlot(Said said, List<Pair> pairs, Scale scale, String oneSays, String otherSays, String rangeSays)
        implements Picture {
    /** @throws IllegalArgumentException if a dot or its range is not within the scale */
    public DotPlot {
        pairs = List.copyOf(pairs);
        for (Pair pair : pairs) {
            for (Dot dot : List.of(pair.one(), pair.other())) {
                if (!scale.contains(dot.value())
                        || !scale.contains(dot.range().low())
                        || !scale.contains(dot.range().high())) {
                    throw new IllegalArgumentException(dot + " is not within " + scale);
                }
            }
        }
    }

    @Override
    public <R> R paint(Painter<R> painter) {
        return painter.dots(this);
    }

    /**
     * One thing.
     *
     * @param figure both numbers, as people read them
     * @param note a smaller line below the label; may be empty
     */
    public record Pair(String label, String figure, String note, Dot one, Dot other) {}

    /** One number. */
    public record Dot(double value, Range range) {}
}

package org.lessonbot.picture;

import java.util.List;
import java.util.Optional;

/**
 * Bars with their ranges: guesses, votes, values, tastes, the best of many.
 *
 * @param rangeSays what the thin line at a bar's end means; empty where no bar has one
 * @param unsureSays what a hollow bar means; empty where there is none
 */
public record BarChart(Said said, List<Bar> bars, Scale scale, String rangeSays, String unsureSays) implements Picture {
    /** @throws IllegalArgumentException if a bar or its range is not within the scale */
    public BarChart {
        bars = List.copyOf(bars);
        for (Bar bar : bars) {
            if (!scale.contains(bar.value())
                    || bar.range().isPresent()
                            && !(scale.contains(bar.range().get().low())
                                    && scale.contains(bar.range().get().high()))) {
                throw new IllegalArgumentException(bar + " is not within " + scale);
            }
        }
    }

    public BarChart(Said said, List<Bar> bars, Scale scale, String rangeSays) {
        this(said, bars, scale, rangeSays, "");
    }

    @Override
    public <R> R paint(Painter<R> painter) {
        return painter.bars(this);
    }

    /**
     * One bar.
     *
     * @param note a smaller line below the label; empty for most
     * @param figure its numbers, as people read them: {@code 16 (59 %)}
     * @param value where it ends
     */
    public record Bar(String label, String note, String figure, double value, Optional<Range> range, Mark mark) {
        public static Bar of(String label, String figure, double value) {
            return new Bar(label, "", figure, value, Optional.empty(), Mark.NONE);
        }

        public Bar range(double low, double high) {
            return new Bar(label, note, figure, value, Optional.of(new Range(low, high)), mark);
        }

        public Bar noted(String words, Mark as) {
            return new Bar(label, words, figure, value, range, as);
        }
    }

    /** What sets a bar apart, never by its colour alone. */
    public enum Mark {
        NONE,
        /** It was this one: a tick before its label. */
        RIGHT,
        /** Too little is known: hollow. */
        UNSURE
    }
}

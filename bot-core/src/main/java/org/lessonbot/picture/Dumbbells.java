package org.lessonbot.picture;

import java.util.List;

/**
 * How shares changed: for each a hollow dot before, a full dot after, and the way between them.
 *
 * @param beforeSays what a hollow dot means
 * @param afterSays what a full dot means
 */
public record Dumbbells(Said said, List<Move> moves, String beforeSays, String afterSays) implements Picture {
    public Dumbbells {
        moves = List.copyOf(moves);
    }

    @Override
    public <R> R paint(Painter<R> painter) {
        return painter.dumbbells(this);
    }

    /**
     * @param figure both numbers, as people read them
     * @param before 0 to 1
     * @param after 0 to 1
     */
    public record Move(String label, String figure, double before, double after) {
        public Move {
            if (!(before >= 0 && before <= 1 && after >= 0 && after <= 1)) {
                throw new IllegalArgumentException("from " + before + " to " + after);
            }
        }
    }
}

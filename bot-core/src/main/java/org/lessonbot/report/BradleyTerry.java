package org.lessonbot.report;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One scale of strength for all values, so that values can be compared that never met.
 *
 * <p>P(i beats j) = γᵢ / (γᵢ + γⱼ): R. A. Bradley and M. E. Terry, Biometrika 39 (1952), 324–345. A tie counts as half a
 * win for each side; models with a parameter for ties (Rao and Kupper 1967, Davidson 1970) ask for more votes than a
 * class casts.
 */
public sealed interface BradleyTerry<V> {

    /** The maximum-likelihood fit, or why there is none. */
    static <V> BradleyTerry<V> of(Collection<Contest<V>> contests) {
        Comparisons<V> comparisons = Comparisons.of(contests);
        Optional<Reason> obstacle = comparisons.obstacle();
        if (obstacle.isPresent()) {
            return new Undefined<>(obstacle.get());
        }
        return comparisons
                .strengths()
                .<BradleyTerry<V>>map(Fitted::new)
                .orElseGet(() -> new Undefined<>(Reason.NOT_CONVERGED));
    }

    /**
     * A fit.
     *
     * @param strengths γ of each value, above 0, summing to 1, in the order in which values first appeared
     */
    record Fitted<V>(Map<V, Double> strengths) implements BradleyTerry<V> {

        public Fitted {
            strengths = Collections.unmodifiableMap(new LinkedHashMap<>(strengths));
        }

        /**
         * γ of one value.
         *
         * @throws IllegalArgumentException if it was not compared
         */
        public double strength(V value) {
            return Optional.ofNullable(strengths.get(value))
                    .orElseThrow(() -> new IllegalArgumentException(value + " was not compared"));
        }
    }

    /** No finite fit exists, or none was found. */
    record Undefined<V>(Reason reason) implements BradleyTerry<V> {}

    /** Why there is no fit. */
    enum Reason {
        /** There is no vote. Contests without votes are ignored. */
        NO_VOTES,
        /** The values fall into groups of which no value ever met one outside. */
        NOT_CONNECTED,
        /**
         * Some group never lost a vote to the rest, so its strength would grow without limit: L. R. Ford, "Solution of a
         * ranking problem from binary comparisons", American Mathematical Monthly 64:8 (1957), 28–33.
         */
        ONE_SIDED,
        /** The votes are so lopsided that the iteration was given up. */
        NOT_CONVERGED
    }
}

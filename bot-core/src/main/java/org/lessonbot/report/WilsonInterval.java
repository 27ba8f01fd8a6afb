package org.lessonbot.report;

import java.util.Optional;

/**
 * Score interval for a share. It never leaves 0 to 1 and holds for small classes, where p̂ ± 1.96 standard errors does
 * not.
 *
 * <p>(2np̂ + z² ± z√(z² + 4np̂(1 − p̂))) / 2(n + z²): E. B. Wilson, "Probable inference, the law of succession, and
 * statistical inference", JASA 22 (1927), 209–212, without continuity correction, as in R. G. Newcombe, Statistics in
 * Medicine 17 (1998), 857–872, method 3.
 *
 * @param low lower limit, 0 to 1
 * @param high upper limit, {@code low} to 1
 */
public record WilsonInterval(double low, double high) {

    /** The standard normal deviate of a 95 % interval. */
    public static final double Z_95 = 1.959963984540054;

    /** The 95 % interval; empty without trials. */
    public static Optional<WilsonInterval> of(double successes, double trials) {
        return of(successes, trials, Z_95);
    }

    /**
     * The interval at any level; empty without trials.
     *
     * @param successes may be fractional: with ties as halves a trial varies less than a coin of the same mean, so
     *     the interval is too wide rather than too narrow
     * @param z standard normal deviate of the level, above 0: 1.645 for 90 %, 2.576 for 99 %
     * @throws IllegalArgumentException unless 0 ≤ successes ≤ trials and z > 0
     */
    public static Optional<WilsonInterval> of(double successes, double trials, double z) {
        if (!(successes >= 0 && successes <= trials && z > 0)) {
            throw new IllegalArgumentException(successes + " of " + trials + " at z " + z);
        }
        if (trials == 0) {
            return Optional.empty();
        }
        return Optional.of(new WilsonInterval(low(successes, trials, z), 1 - low(trials - successes, trials, z)));
    }

    private static double low(double successes, double trials, double z) {
        double middle = 2 * successes + z * z;
        double reach = z * Math.sqrt(z * z + 4 * successes * (trials - successes) / trials);
        return (middle - reach) / (2 * (trials + z * z));
    }
}

package org.lessonbot.report;

import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/**
 * The exact binomial distribution. Probabilities are formed as logarithms, so that a hundred thousand trials neither
 * overflow nor vanish before they are summed; they hold to about nine digits there.
 *
 * @param trials independent trials, 0 or more; a tail takes time proportional to it
 * @param chance probability of success in each, above 0 and below 1
 */
public record Binomial(long trials, double chance) {

    /** Rounding must not part outcomes that are equally likely, so logarithms closer than this count as equal. */
    private static final double TOLERANCE = 1e-7;

    private static final double HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;

    /** @throws IllegalArgumentException if trials is negative or chance not strictly between 0 and 1 */
    public Binomial {
        if (trials < 0 || !(chance > 0 && chance < 1)) {
            throw new IllegalArgumentException(trials + " trials with chance " + chance);
        }
    }

    /** Natural logarithm of the probability of exactly this many successes. */
    public double logProbability(long successes) {
        requirePossible(successes);
        long failures = trials - successes;
        return logFactorial(trials)
                - logFactorial(successes)
                - logFactorial(failures)
                + successes * Math.log(chance)
                + failures * Math.log1p(-chance);
    }

    /** Probability of this many successes or more: the one-sided p for doing better than chance. */
    public double atLeast(long successes) {
        requirePossible(successes);
        return sum(outcome -> outcome >= successes);
    }

    /** Probability of this many successes or fewer. */
    public double atMost(long successes) {
        requirePossible(successes);
        return sum(outcome -> outcome <= successes);
    }

    /**
     * Two-sided p: the probability of all outcomes no likelier than this one, the "principle of minimum likelihood" in
     * J. D. Gibbons and J. W. Pratt, The American Statistician 29 (1975), 20–25.
     */
    public double twoSided(long successes) {
        double observed = logProbability(successes);
        return sum(outcome -> logProbability(outcome) <= observed + TOLERANCE);
    }

    private double sum(LongPredicate outcomes) {
        double sum = LongStream.rangeClosed(0, trials)
                .filter(outcomes)
                .mapToDouble(outcome -> Math.exp(logProbability(outcome)))
                .sum();
        return Math.min(1, sum);
    }

    private void requirePossible(long successes) {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException(successes + " of " + trials);
        }
    }

    /** Stirling's series (Abramowitz and Stegun 1964, 6.1.41); below 16 four terms of it are not exact enough. */
    private static double logFactorial(long n) {
        if (n < 16) {
            double product = 1;
            for (long factor = 2; factor <= n; factor++) {
                product *= factor;
            }
            return Math.log(product);
        }
        double inverse = 1.0 / n;
        double square = inverse * inverse;
        double correction = inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680)));
        return (n + 0.5) * Math.log(n) - n + HALF_LOG_TWO_PI + correction;
    }
}

package org.lessonbot.suite;

import java.util.List;
import java.util.Random;

/**
 * Odd input, by a seed: the same seed gives the same, so that what failed can be tried again. {@code -Dodd.rounds=100000} tries
 * as many as are worth an hour, {@code -Dodd.seed=7 -Dodd.rounds=1} the one that failed.
 */
public final class Odd {
    private static final List<String> PIECES = List.of(
            "",
            " ",
            "\u0000",
            "\u0007",
            "\ud800",
            "\udc00",
            "\n",
            "\r\n",
            "\t",
            "\u2028",
            "\u00a0",
            "/",
            "//",
            ":",
            "-",
            "--",
            ",",
            ";",
            "\"",
            "'",
            "“",
            "\\",
            "{",
            "}",
            "[]",
            "<b>",
            "&",
            "%",
            "%00",
            "%zz",
            "0",
            "-1",
            "2147483648",
            "99999999999999999999",
            "1e999",
            "null",
            "true",
            "NaN",
            "٣",
            "²",
            "İ",
            "ß",
            "ﬁ",
            "e\u0301",
            "\u202e",
            "\u200b",
            "\ufeff",
            "👩\u200d👧",
            "a\u0351\u0351\u0351",
            "*a",
            "&a",
            "!!x",
            "- ",
            ": ",
            "#",
            "|",
            "=");

    private static final int LONG = 3_000;

    private final Random random;

    private Odd(long seed) {
        this.random = new Random(seed);
    }

    /** Something to be tried with odd input; may throw anything. */
    @FunctionalInterface
    public interface Attempt {
        void with(Odd odd) throws Exception;
    }

    /** @param usual how often it is tried if nobody says how often */
    public static void times(int usual, Attempt attempt) {
        long first = Long.getLong("odd.seed", 1);
        for (long seed = first; seed < first + Integer.getInteger("odd.rounds", usual); seed++) {
            try {
                attempt.with(new Odd(seed));
            } catch (Exception | AssertionError | StackOverflowError failure) {
                throw new AssertionError("by -Dodd.seed=" + seed + " -Dodd.rounds=1: " + failure, failure);
            }
        }
    }

    public <T> T of(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    public boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    /** A text of odd pieces. */
    public String text() {
        return changed(of(PIECES));
    }

    /** The same with some pieces left out, put in, doubled or taken from elsewhere in it; sometimes very long. */
    public String changed(String right) {
        StringBuilder text = new StringBuilder(right);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int from = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), from + random.nextInt(9));
            switch (random.nextInt(6)) {
                case 0 -> text.delete(from, to);
                case 1 -> text.insert(from, text.substring(from, to));
                case 2 -> text.replace(from, to, of(PIECES));
                case 3 -> text.insert(from, (char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
                case 4 -> text.insert(from, of(PIECES) + of(PIECES));
                default -> text.insert(from, once(8) ? of(PIECES).repeat(LONG) : of(PIECES));
            }
        }
        return text.toString();
    }
}

package org.lessonbot.web;

import java.time.Clock;

/** Proves that a form of ours was opened before it was sent, and not long ago. */
final class FormToken {
    /** How long a page may lie open before its form is sent. */
    private static final int LIFE_S = 12 * 60 * 60;

    private static final String PURPOSE = "enter";

    private final Seal seal;
    private final Clock clock;

    FormToken(Seal seal, Clock clock) {
        this.seal = seal;
        this.clock = clock;
    }

    String fresh() {
        String ends = Long.toString(clock.instant().getEpochSecond() + LIFE_S);
        return ends + "." + seal.mark(PURPOSE, ends);
    }

    boolean isFresh(String token) {
        String[] parts = token.split("\\.", -1);
        return parts.length == 2
                && seal.fits(PURPOSE, parts[0], parts[1])
                && Long.parseLong(parts[0]) >= clock.instant().getEpochSecond();
    }
}

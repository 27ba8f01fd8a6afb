package org.lessonbot.tck;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import org.lessonbot.engine.Await;

/** What every chapter of the contract stands on. */
interface Rules {
    Bot bot();

    School school();

    /** Skips the rule, and says why, where the platform lacks what it rests on. */
    default void needs(Feature feature) {
        Optional<String> reason = Optional.ofNullable(school().lacks().get(feature));
        assumeTrue(reason.isEmpty(), () -> "no " + feature + " here: " + reason.orElse(""));
    }

    default Await await() {
        return new Await(school().patience());
    }

    /** A short lesson in a room of its own. */
    default Sitting sitting() {
        return Sitting.quick(bot(), school());
    }
}

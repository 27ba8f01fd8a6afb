package org.lessonbot.engine.clock;

import java.time.Instant;
import java.util.Optional;
import org.lessonbot.engine.standing.Standing;

/** Something that is to be done in a club at times that follow from how it stands. */
interface ClubAlarm {
    /** By this name the database has it. */
    String name();

    /** When a club is to be looked at next; nothing if there is nothing to come. */
    Optional<Instant> next(Standing club);

    /**
     * Does what is due in a club that stands so.
     *
     * @return when to look again; nothing if there is nothing more to come
     */
    Optional<Instant> ring(Standing club);
}

package org.lessonbot.engine.clock;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.lessonbot.engine.attendance.Pools;
import org.lessonbot.engine.standing.Standing;

/** Deals partners round where a stretch is half over. */
public record HalfTime(Pools pools, Clock clock) implements ClubAlarm {
    @Override
    public String name() {
        return "half-time";
    }

    @Override
    public Optional<Instant> next(Standing club) {
        return club.half().filter(instant -> club.lesson().running());
    }

    @Override
    public Optional<Instant> ring(Standing club) {
        Optional<Instant> at = next(club);
        if (at.isPresent() && !clock.instant().isBefore(at.get())) {
            pools.deal(club);
            return Optional.empty();
        }
        return at;
    }
}

package org.lessonbot.engine.clock;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.lessonbot.engine.posting.Publisher;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.store.Slot;
import org.lessonbot.time.LocalMoment;

/** The time is over that a member of a club had beyond its close: its post leads nobody on any more, unless somebody else has more. */
record MoreTimeOver(Publisher publisher, Clock clock) implements ClubAlarm {
    @Override
    public String name() {
        return "more-time";
    }

    @Override
    public Optional<Instant> next(Standing club) {
        return club.moreTime().values().stream()
                .map(LocalMoment::instant)
                .filter(end -> end.isAfter(clock.instant()))
                .min(Comparator.naturalOrder());
    }

    @Override
    public Optional<Instant> ring(Standing club) {
        publisher.want(club.lesson().id(), Slot.HUB);
        return next(club);
    }
}

package org.lessonbot.engine.clock;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.lessonbot.engine.posting.Publisher;
import org.lessonbot.engine.standing.Scenes;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.store.Slot;
import org.lessonbot.time.LocalMoment;

/** The time is over that a member of a club had beyond its close: its post leads nobody on any more, unless somebody else has more. */
public record MoreTimeOver(Scenes scenes, Publisher publisher, Clock clock) implements ClubAlarm {
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
    public Optional<Instant> ring(long lesson) {
        publisher.want(lesson, Slot.HUB);
        return scenes.found(lesson).flatMap(this::next);
    }
}

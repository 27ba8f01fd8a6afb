package org.lessonbot.engine.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.Platform;
import org.lessonbot.engine.Setting;
import org.lessonbot.store.Lessons;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Erases lessons that are old enough, in the database and wherever an adapter keeps something of them. */
public final class Purge implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(Purge.class);

    private final Lessons lessons;
    private final Collection<Platform> platforms;
    private final Duration retention;
    private final Clock clock;

    public Purge(Lessons lessons, Collection<Platform> platforms, Setting setting) {
        this.lessons = lessons;
        this.platforms = List.copyOf(platforms);
        this.retention = setting.retention();
        this.clock = setting.clock();
    }

    @Override
    public void run() {
        Instant before = clock.instant().minus(retention);
        List<Lessons.Purged> purged = lessons.purge(before);
        lessons.purgeEditions(before);
        Set<Room> underWay = lessons.rooms();
        for (Platform platform : platforms) {
            platform.purge(before, underWay);
        }
        purged.forEach(one -> log.info(
                "lesson {} was over for {} days and is erased, with {} entries",
                one.lesson(),
                retention.toDays(),
                one.entries()));
    }
}

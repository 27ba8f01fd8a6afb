package org.lessonbot.engine.door;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.Platform;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.lesson.Lesson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What adapters know and keep about people themselves, by the platforms' names. */
record Adapters(Map<String, Platform> platforms) {
    private static final Logger log = LoggerFactory.getLogger(Adapters.class);

    /** Erases what an adapter keeps about somebody, who sees this in place of their console if they had been asked to lead. */
    void forget(Lesson lesson, String person, Optional<Message> instead) {
        instead.ifPresent(message -> closeConsole(lesson, person, message));
        Platform platform = platforms.get(lesson.room().platform());
        try {
            if (platform != null) {
                platform.forget(lesson.room(), person);
            }
        } catch (PlatformException failure) {
            throw new IllegalStateException("the adapter did not forget a person: " + failure.getMessage(), failure);
        }
    }

    /** Shows somebody who leads a lesson no longer this in place of its console. */
    void closeConsole(Lesson lesson, String person, Message instead) {
        Platform platform = platforms.get(lesson.room().platform());
        try {
            if (platform != null) {
                platform.closeConsole(lesson.room(), person, instead);
            }
        } catch (PlatformException failure) {
            log.warn("a console in {} was not taken away: {}", lesson.room(), failure.getMessage());
        }
    }

    /** A platform that cannot say it now takes nobody out of their pair. */
    Set<String> away(Room room) {
        Platform platform = platforms.get(room.platform());
        try {
            return platform == null ? Set.of() : platform.away(room);
        } catch (PlatformException passing) {
            log.warn("who is away from {} is not known: {}", room, passing.getMessage());
            return Set.of();
        }
    }
}

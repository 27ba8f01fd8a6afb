package org.lessonbot.engine;

import java.net.URI;
import java.util.Optional;
import org.lessonbot.lesson.Lesson;

/** Pages of a lesson in a browser, whatever chat its room is in. Nobody can guess their addresses. */
public interface LessonPages {
    /** Where nothing shows such pages. */
    LessonPages NONE = new LessonPages() {};

    /** What the lesson's room sees, for a projector. */
    default Optional<Page> board(Lesson lesson) {
        return Optional.empty();
    }

    /** What was answered, to take away: for teachers. The address is good for a day. */
    default Optional<Page> results(long lesson) {
        return Optional.empty();
    }

    /**
     * What became of a lesson, to read and to print: for teachers. The address is good for a day.
     *
     * @param names whether people go by the names they showed
     */
    default Optional<Page> report(long lesson, boolean names) {
        return Optional.empty();
    }

    /** One page about the lesson for its class, without names. The address is good for a day. */
    default Optional<Page> handout(long lesson) {
        return Optional.empty();
    }

    /** All lessons of the lesson's room side by side: for teachers. Nothing where there is no other. The address is good for a day. */
    default Optional<Page> beside(long lesson) {
        return Optional.empty();
    }

    /** What one person did, for that person alone; nothing for somebody who is not in the lesson. The address is good for a day. */
    default Optional<Page> own(long lesson, String person) {
        return Optional.empty();
    }

    /**
     * A page.
     *
     * @param onlyHere whether it opens on the machine alone that the bot runs on
     */
    record Page(URI address, boolean onlyHere) {}
}

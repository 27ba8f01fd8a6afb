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
     * A page.
     *
     * @param onlyHere whether it opens on the machine alone that the bot runs on
     */
    record Page(URI address, boolean onlyHere) {}
}

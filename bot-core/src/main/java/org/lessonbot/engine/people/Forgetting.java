package org.lessonbot.engine.people;

import java.util.function.BiConsumer;
import org.lessonbot.engine.attendance.Attendance;
import org.lessonbot.engine.posting.Publisher;
import org.lessonbot.engine.standing.Looks;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.store.Rosters;

/** Erases what is kept about somebody. */
public final class Forgetting {
    private final Rosters rosters;
    private final Looks looks;
    private final Attendance attendance;
    private final Publisher publisher;
    private final Guesses guesses;
    private final BiConsumer<Lesson, String> adapters;

    /** @param adapters told who was erased from which lesson */
    public Forgetting(
            Rosters rosters,
            Looks looks,
            Attendance attendance,
            Publisher publisher,
            Guesses guesses,
            BiConsumer<Lesson, String> adapters) {
        this.rosters = rosters;
        this.looks = looks;
        this.attendance = attendance;
        this.publisher = publisher;
        this.guesses = guesses;
        this.adapters = adapters;
    }

    /**
     * Erases somebody from all lessons of the room: afterwards there is nobody who could ask it for the earlier ones.
     *
     * @return how many entries there were
     */
    public int forget(Lesson lesson, String person) {
        if (lesson.endedAt().isEmpty()) {
            attendance.leave(lesson, person);
        }
        Rosters.Forgotten erased = rosters.forget(lesson.room(), person);
        looks.forget();
        adapters.accept(lesson, person);
        erased.lessons().forEach(guesses::anew);
        erased.lessons().forEach(publisher::poke);
        return erased.entries();
    }
}

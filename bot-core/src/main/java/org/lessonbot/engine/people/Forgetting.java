package org.lessonbot.engine.people;

import java.util.Optional;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Words;
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
    private final Keepers adapters;

    /** Who keeps something about people beside the store. */
    @FunctionalInterface
    public interface Keepers {
        /**
         * Erases it.
         *
         * @param instead what stands in place of the console from now on, where they had been asked to lead
         */
        void forget(Lesson lesson, String person, Optional<Message> instead);
    }

    /** @param adapters told who was erased from which lesson */
    public Forgetting(
            Rosters rosters,
            Looks looks,
            Attendance attendance,
            Publisher publisher,
            Guesses guesses,
            Keepers adapters) {
        this.rosters = rosters;
        this.looks = looks;
        this.attendance = attendance;
        this.publisher = publisher;
        this.guesses = guesses;
        this.adapters = adapters;
    }

    /**
     * Erases somebody from all lessons of the room: afterwards there is nobody who could ask it for the earlier ones. If it breaks off,
     * all that is left is found when they ask again.
     *
     * @return what they are told
     */
    public Message forget(Lesson lesson, String person, Words words) {
        boolean led = rosters.of(lesson.id()).wasAskedToLead(person);
        if (lesson.endedAt().isEmpty()) {
            attendance.leave(lesson, person);
        }
        Rosters.Forgotten erased = rosters.forget(lesson.room(), person);
        looks.forget();
        erased.lessons().forEach(guesses::anew);
        rosters.remove(lesson.room(), person);
        Message told = Message.text(words.say("engine.forgotten", erased.entries()));
        adapters.forget(lesson, person, led ? Optional.of(told) : Optional.empty());
        erased.lessons().forEach(publisher::poke);
        return told;
    }
}

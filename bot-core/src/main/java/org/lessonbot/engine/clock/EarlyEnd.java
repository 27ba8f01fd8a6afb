package org.lessonbot.engine.clock;

import org.lessonbot.club.Path;
import org.lessonbot.engine.standing.Scenes;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.store.Passages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a club's part as soon as everybody is through with it, where whoever leads said so. */
public record EarlyEnd(Scenes scenes, Passages passages, Schedule schedule) {
    private static final Logger log = LoggerFactory.getLogger(EarlyEnd.class);

    /** Looks whether a part ends by what was just done: somebody answered or went away, or whoever leads said so. Nothing is read of a class. */
    public void look(Lesson lesson) {
        if (!lesson.isClub()) {
            return;
        }
        try {
            scenes.found(lesson.id())
                    .filter(EarlyEnd::mayEnd)
                    .ifPresent(club -> ends(club, club.path(passages.of(lesson.id()))));
        } catch (RuntimeException missed) {
            // What was done counts all the same, and the part ends at the latest by the clock.
            log.warn("lesson {}: whether a part ends early is not known: {}", lesson.id(), missed.getMessage());
        }
    }

    /**
     * Ends the part that a club is in, if everybody is through with it.
     *
     * @param path how far everybody is
     * @return whether it did
     */
    public boolean ends(Standing club, Path path) {
        boolean ends = mayEnd(club) && path.allFinished(club.roster(), club.stretch());
        if (ends) {
            schedule.endEarly(club);
        }
        return ends;
    }

    private static boolean mayEnd(Standing club) {
        return club.endsEarly() && club.lesson().running();
    }
}

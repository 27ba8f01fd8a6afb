package org.lessonbot.engine.people;

import java.time.Clock;
import org.lessonbot.engine.posting.Publisher;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.lesson.Stop;
import org.lessonbot.store.Passages;

/** Notes that people are through with the rounds of a club. */
public record Passing(Passages passages, Publisher publisher, Clock clock) {
    /** How a club stands for somebody now. */
    Standing of(Standing club, String person) {
        return club.of(person, clock.instant());
    }

    /** @return whether they were not yet */
    boolean pass(Standing standing, String person, Stop stop) {
        long lesson = standing.lesson().id();
        boolean passed = standing.round(stop.step(), stop.round()).isPresent()
                && passages.pass(lesson, person, stop, clock.instant());
        if (passed && standing.afterwards()) {
            publisher.wantResults(lesson);
        } else if (passed) {
            publisher.poke(lesson);
        }
        return passed;
    }
}

package org.lessonbot.engine.people;

import org.lessonbot.club.Path;
import org.lessonbot.engine.attendance.Pools;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.lesson.Stop;

/** Makes a club's round ready for whoever comes to it: their place in the pool, and what is foretold, kept before they answer. */
public record Coming(Pools pools, Guesses guesses) {
    /** What so many people's answers do not tell, one more hardly will: from here on it is asked whenever twice as many have come. */
    private static final int MANY = 64;

    /**
     * Somebody has come to a round.
     *
     * @return how the club stands by it
     */
    Standing to(Standing before, String person, Path path, Stop stop) {
        Standing standing = pools.come(before, person, before.step(stop.step()));
        int through = path.through(stop);
        return through > MANY && Integer.bitCount(through) > 1
                ? standing
                : standing.round(stop.step(), stop.round())
                        .map(dealt -> guesses.keep(standing, dealt))
                        .orElse(standing);
    }
}

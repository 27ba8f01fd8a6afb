package org.lessonbot.engine.people;

import org.lessonbot.activity.Dealt;
import org.lessonbot.club.Path;
import org.lessonbot.engine.attendance.Pools;
import org.lessonbot.engine.standing.Scenes;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.engine.standing.Standings;
import org.lessonbot.lesson.Round;
import org.lessonbot.lesson.Stop;

/** Makes a club's round ready for whoever comes to it: their place in the pool, and what is foretold, kept before they answer. */
public record Coming(Pools pools, Scenes scenes, Standings standings) {
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
                        .map(dealt -> foretell(standing, dealt))
                        .orElse(standing);
    }

    private Standing foretell(Standing standing, Dealt<?> dealt) {
        return scenes.foretold(standing, dealt)
                .map(deal -> keep(standing, dealt.round(), deal))
                .orElse(standing);
    }

    private Standing keep(Standing standing, Round round, String deal) {
        return standings.move(standing.lesson().id(), tx -> tx.foretell(round, deal))
                ? scenes.now(standing.lesson())
                : standing;
    }
}

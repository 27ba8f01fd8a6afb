package org.lessonbot.engine.people;

import org.lessonbot.activity.Dealt;
import org.lessonbot.club.Path;
import org.lessonbot.engine.standing.Scenes;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.engine.standing.Standings;
import org.lessonbot.lesson.Round;
import org.lessonbot.lesson.Stop;

/** Keeps what is foretold of a club's rounds, before whoever comes to one answers. */
public record Guesses(Scenes scenes, Standings standings) {
    /** What so many people's answers do not tell, one more hardly will: from here on it is asked whenever twice as many have come. */
    private static final int MANY = 64;

    /**
     * Somebody has come to a round.
     *
     * @return how the club stands by it
     */
    Standing come(Standing standing, Path path, Stop stop) {
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

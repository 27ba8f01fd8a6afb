package org.lessonbot.engine.people;

import java.util.Map;
import org.lessonbot.activity.Dealt;
import org.lessonbot.engine.standing.Scenes;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.engine.standing.Standings;
import org.lessonbot.lesson.Round;
import org.lessonbot.store.Slot;

/** What is foretold of rounds from what people did before, kept with their deals. */
public record Guesses(Scenes scenes, Standings standings) {
    /**
     * Keeps what is foretold of a round by now, if that is more than is kept.
     *
     * @return how the lesson stands by it
     */
    Standing keep(Standing standing, Dealt<?> dealt) {
        return scenes.foretold(standing, dealt)
                .map(deal -> keep(standing, dealt.round(), deal))
                .orElse(standing);
    }

    private Standing keep(Standing standing, Round round, String deal) {
        return standings.move(standing.lesson().id(), tx -> tx.foretell(round, deal))
                ? scenes.now(standing.lesson())
                : standing;
    }

    /** Foretells all of a lesson anew where somebody was erased from what it was foretold from; posts that say it are drawn again. */
    void anew(long lesson) {
        Map<Round, String> deals =
                scenes.found(lesson).map(scenes::foretoldAnew).orElse(Map.of());
        if (!deals.isEmpty()) {
            standings.move(lesson, tx -> {
                deals.forEach((round, deal) -> {
                    tx.foretell(round, deal);
                    tx.posts().want(Slot.round(round.step(), round.number()));
                });
                return lesson;
            });
        }
    }
}

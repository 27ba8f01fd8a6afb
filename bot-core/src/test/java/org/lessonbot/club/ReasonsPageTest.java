package org.lessonbot.club;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Option;
import org.lessonbot.chat.Room;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Stop;
import org.lessonbot.plan.Phrasebook;

/** The reasons that members of a club read, as whoever leads it looks through them. */
class ReasonsPageTest {
    private static final Lesson CLUB = new Lesson(
            7,
            new Room("paper", "club"),
            Lesson.Pace.SELF,
            Lesson.Status.RUNNING,
            "",
            42,
            "prefer",
            1,
            Instant.EPOCH,
            Instant.EPOCH,
            Duration.ZERO,
            Optional.empty(),
            1);

    @Test
    void anyOtherRoundCanBePickedHoweverManyThereAre() {
        List<Stop> rounds = IntStream.rangeClosed(1, 240)
                .mapToObj(number -> new Stop("prefer", number))
                .toList();

        for (Stop here : List.of(rounds.get(0), rounds.get(239))) {
            List<Block> blocks = new ReasonsPage(
                            CLUB, here, List.of(), 0, stop -> "Round " + stop.round(), rounds, Phrasebook.of("en"))
                    .message()
                    .blocks();
            List<String> picked = blocks.stream()
                    .filter(Block.Picker.class::isInstance)
                    .flatMap(block -> ((Block.Picker) block).options().stream())
                    .map(Option::value)
                    .toList();
            assertThat(picked).contains("prefer/" + here.round()).hasSize(here.round() == 1 ? 200 : 40);
            assertThat(blocks.toString()).contains(here.round() == 1 ? "prefer/201" : "prefer/1");
        }
    }
}

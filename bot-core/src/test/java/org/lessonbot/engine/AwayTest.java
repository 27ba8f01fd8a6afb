package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.door.LessonEngine;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Roster;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.Pairing;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.Migrated;
import org.lessonbot.store.Rosters;

/** Somebody has closed the lesson when people are paired. */
class AwayTest {
    private static final Room ROOM = new Room(PaperPlatform.NAME, "class");
    private static final Person TEACHER = new Person("t", "Ms Rivers", true);

    private final Migrated store = Migrated.fresh();
    private final Lessons lessons = new Lessons(store.database().jdbi());
    private final PaperPlatform chat = new PaperPlatform();
    private final Edition edition = ShippedLesson.edition();
    private final LessonEngine engine = new LessonEngine(
            store.database(),
            new Setting("one", "en", 4, () -> Map.of("how", edition), Phrasebook::of, Clock.systemUTC()),
            List.of(chat));
    private int interactions;

    @BeforeEach
    void startLesson() {
        engine.start();
        command(TEACHER, "start");
        IntStream.rangeClosed(1, 5).forEach(number -> command(student(number), "join"));
    }

    @AfterEach
    void stop() {
        engine.close();
        store.close();
    }

    @Test
    void nobodyIsPairedWithWhoeverHasGoneAwayAndWhoComesBackIsPairedThen() {
        chat.goAway("s2");

        leadToPairs(Pairing.EXPLORE);

        assertThat(partnered(Pairing.EXPLORE)).containsExactlyInAnyOrder("s1", "s3", "s4", "s5");
        assertThat(roster().students()).extracting(Participant::id).doesNotContain("s2");

        chat.goAway();
        command(student(2), "join");

        assertThat(partnered(Pairing.EXPLORE)).containsExactlyInAnyOrder("s1", "s2", "s3", "s4", "s5");
        assertThat(roster().students()).extracting(Participant::id).contains("s2");
    }

    @Test
    void whoIsLeftAloneGetsAnotherPartnerWhenTheNextPairsWorkTogether() {
        leadToPairs(Pairing.EXPLORE);
        List<String> partners = roster().partners(Pairing.EXPLORE, "s2");
        chat.goAway("s2");
        assertThat(roster().partners(Pairing.EXPLORE, "s2"))
                .as("nobody is torn apart meanwhile")
                .isNotEmpty()
                .isEqualTo(partners);

        leadToPairs(Pairing.QUESTIONS);

        assertThat(partnered(Pairing.QUESTIONS)).containsExactlyInAnyOrder("s1", "s3", "s4", "s5");
    }

    private void leadToPairs(Pairing wanted) {
        while (edition.plan().step(lesson().step()).orElseThrow().pairing() != wanted) {
            command(TEACHER, "next");
        }
    }

    private List<String> partnered(Pairing pairing) {
        Roster roster = roster();
        return roster.participants().stream()
                .map(Participant::id)
                .filter(person -> !roster.partners(pairing, person).isEmpty())
                .toList();
    }

    private Roster roster() {
        return new Rosters(store.database().jdbi()).of(lesson().id());
    }

    private Lesson lesson() {
        return lessons.in(ROOM).orElseThrow();
    }

    private static Person student(int number) {
        return new Person("s" + number, "Student " + number, false);
    }

    private void command(Person person, String name) {
        engine.handle(new Interaction(
                        "act-" + ++interactions, ROOM, person, Instant.EPOCH, new Interaction.Command(name, Map.of())))
                .join();
    }
}

package org.lessonbot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lessonbot.chat.Room;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Roster;
import org.lessonbot.plan.Pairing;

/** Who takes part is read once; whatever changes afterwards is known by whoever changes it. */
class RosterTest {
    private static final int MOVES = 60;
    private static final int PEOPLE = 12;
    private static final List<Pairing> PAIRINGS = List.of(Pairing.EXPLORE, Pairing.QUESTIONS);

    /** Moves at random, each by what the one before knew: what is known is always what a new reading finds. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsKnownOfWhoTakesPartIsWhatIsKept(long seed) {
        try (Migrated store = Migrated.fresh()) {
            Lessons lessons = new Lessons(store.database().jdbi());
            lessons.pin("h", "{}");
            long lesson = lessons.start(
                            new NewLesson(new Room("paper", "r"), "h", Lesson.Pace.LIVE, seed, "match"),
                            tx -> tx.lesson().id())
                    .orElseThrow();
            Random random = new Random(seed);
            AtomicReference<Roster> known = new AtomicReference<>(Roster.EMPTY);
            for (int i = 0; i < MOVES; i++) {
                lessons.move(lesson, version -> Optional.of(known.get()), tx -> {
                    change(tx, random);
                    known.set(tx.roster());
                    return true;
                });
                assertSame(known.get(), new Rosters(store.database().jdbi()).of(lesson));
            }
            assertThat(known.get().participants()).as("or nothing was tried").hasSizeGreaterThan(PEOPLE / 3);
            assertThat(known.get().groups()).isNotEmpty();
        }
    }

    private static void change(LessonTransaction tx, Random random) {
        Roster roster = tx.roster();
        String person = "p" + random.nextInt(PEOPLE);
        Pairing pairing = PAIRINGS.get(random.nextInt(PAIRINGS.size()));
        switch (random.nextInt(4)) {
            case 0 -> tx.people().leave(List.of(person, "p" + random.nextInt(PEOPLE)));
            case 1 -> tx.people().ungroup(pairing, List.of(person));
            case 2 -> seat(tx, pairing, random, roster.alone(pairing));
            default ->
                tx.people()
                        .join(List.of(new Arrival(
                                person,
                                "Kid " + person + random.nextInt(2),
                                random.nextInt(6) == 0 ? Participant.Role.TEACHER : Participant.Role.STUDENT)));
        }
    }

    private static void seat(LessonTransaction tx, Pairing pairing, Random random, List<String> alone) {
        tx.people().ungroup(pairing, alone);
        Map<String, Integer> seats = new LinkedHashMap<>();
        alone.forEach(one -> seats.put(one, 1 + random.nextInt(PEOPLE / 2)));
        if (!seats.isEmpty()) {
            tx.people().group(pairing, seats);
        }
    }

    private static void assertSame(Roster known, Roster read) {
        assertThat(known.participants()).isEqualTo(read.participants());
        assertThat(known.groups()).isEqualTo(read.groups());
        for (Participant one : read.participants()) {
            assertThat(known.called(one.name())).isEqualTo(read.called(one.name()));
            for (Pairing pairing : PAIRINGS) {
                assertThat(known.group(pairing, one.id())).isEqualTo(read.group(pairing, one.id()));
                assertThat(known.alone(pairing)).isEqualTo(read.alone(pairing));
            }
        }
    }
}

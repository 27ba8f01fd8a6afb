package org.lessonbot.engine.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Participant.Role;
import org.lessonbot.lesson.Roster;
import org.lessonbot.store.Arrival;

class ArrivalsTest {
    private static final Roster BEFORE =
            new Roster(List.of(new Participant("ana", "Blue Fox", Role.STUDENT, true, Instant.EPOCH)), List.of());
    private static final Arrivals.Guest PRESSES = new Arrivals.Guest("bo", "Student 2", false, Role.STUDENT);
    private static final Arrivals.Guest CHOOSES = new Arrivals.Guest("bo", "blue fox", true, Role.STUDENT);
    private static final Arrivals.Guest CHANGES = new Arrivals.Guest("bo", "red fox", true, Role.STUDENT);

    @Test
    void whoComesInAndChoosesANameInOneTurnHasTheNameTheyChoseWhicheverCameFirst() {
        for (List<Arrivals.Guest> turn : List.of(List.of(PRESSES, CHOOSES), List.of(CHOOSES, PRESSES))) {
            List<String> asked = Arrivals.asked(turn, BEFORE);
            assertThat(asked).containsExactly("blue fox", "blue fox");
            assertThat(Arrivals.arrivals(BEFORE, turn, asked))
                    .containsExactly(new Arrival("bo", "blue fox 2", Role.STUDENT));
        }
    }

    @Test
    void ofTwoNamesThatSomebodyChoosesInOneTurnTheLastCounts() {
        List<Arrivals.Guest> turn = List.of(CHOOSES, CHANGES, PRESSES);
        assertThat(Arrivals.arrivals(BEFORE, turn, Arrivals.asked(turn, BEFORE)))
                .containsExactly(new Arrival("bo", "red fox", Role.STUDENT));
    }
}

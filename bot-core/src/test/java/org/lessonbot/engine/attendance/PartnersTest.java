package org.lessonbot.engine.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lessonbot.lesson.Group;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Roster;
import org.lessonbot.plan.Pairing;

class PartnersTest {
    private static final long SEED = 7;

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 23, 24, 40, 41})
    void everybodyHasAPartnerAndAnOddClassHasOneTrio(int size) {
        Roster seated = seat(new Roster(students(size), List.of()), Pairing.EXPLORE);
        assertThat(seated.students())
                .allSatisfy(student -> assertThat(seated.partners(Pairing.EXPLORE, student.id()))
                        .isNotEmpty());
        assertThat(seated.groups(Pairing.EXPLORE))
                .filteredOn(group -> group.members().size() == 3)
                .hasSize(size % 2);
        assertThat(seated.groups(Pairing.EXPLORE)).hasSize(size / 2);
    }

    @Test
    void someoneAloneWaitsAndTheNextToComeJoinsThem() {
        Roster one = seat(new Roster(students(1), List.of()), Pairing.EXPLORE);
        assertThat(one.groups(Pairing.EXPLORE)).hasSize(1);
        assertThat(Partners.seats(one, Pairing.EXPLORE, SEED)).isEmpty();

        Roster two = seat(new Roster(students(2), one.groups()), Pairing.EXPLORE);
        assertThat(two.partners(Pairing.EXPLORE, "s0")).containsExactly("s1");
    }

    @Test
    void aLatecomerToFullPairsMakesATrio() {
        Roster four = seat(new Roster(students(4), List.of()), Pairing.EXPLORE);
        Roster five = seat(new Roster(students(5), four.groups()), Pairing.EXPLORE);
        assertThat(five.partners(Pairing.EXPLORE, "s4")).hasSize(2);
    }

    @Test
    void somebodyWhosePartnerLeftGetsANewOneAndTheirOldGroupIsNotGivenAgain() {
        Roster four = seat(new Roster(students(4), List.of()), Pairing.EXPLORE);
        String left = four.groups(Pairing.EXPLORE).get(0).members().get(0);
        String alone = four.partners(Pairing.EXPLORE, left).get(0);
        List<Group> without = four.groups().stream()
                .map(group -> new Group(
                        group.pairing(),
                        group.number(),
                        group.members().stream()
                                .filter(one -> !one.equals(left))
                                .toList()))
                .toList();
        List<Participant> present =
                students(4).stream().filter(one -> !one.id().equals(left)).toList();

        Roster after = seat(new Roster(present, without), Pairing.EXPLORE);

        assertThat(after.partners(Pairing.EXPLORE, alone)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 7, 24, 25})
    void theSecondPairsAreNewWhereverThatIsPossible(int size) {
        Roster first = seat(new Roster(students(size), List.of()), Pairing.EXPLORE);
        Roster second = seat(first, Pairing.QUESTIONS);
        long again = second.students().stream()
                .filter(student -> second.partners(Pairing.QUESTIONS, student.id()).stream()
                        .anyMatch(second.partners(Pairing.EXPLORE, student.id())::contains))
                .count();
        // Five people cannot be parted without two of a trio meeting again.
        assertThat(again).isLessThanOrEqualTo(size == 5 ? 2 : 0);
    }

    private static Roster seat(Roster roster, Pairing pairing) {
        Map<Integer, List<String>> members = new TreeMap<>();
        List<Group> others = new ArrayList<>();
        for (Group group : roster.groups()) {
            if (group.pairing() == pairing) {
                members.put(group.number(), new ArrayList<>(group.members()));
            } else {
                others.add(group);
            }
        }
        for (Partners.Seat seat : Partners.seats(roster, pairing, SEED)) {
            if (seat.leaves()) {
                members.values().forEach(group -> group.remove(seat.person()));
            }
            members.computeIfAbsent(seat.number(), none -> new ArrayList<>()).add(seat.person());
        }
        members.forEach((number, people) -> others.add(new Group(pairing, number, people)));
        return new Roster(roster.participants(), others);
    }

    private static List<Participant> students(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> new Participant("s" + i, "Student " + i, Participant.Role.STUDENT, true, Instant.EPOCH))
                .toList();
    }
}

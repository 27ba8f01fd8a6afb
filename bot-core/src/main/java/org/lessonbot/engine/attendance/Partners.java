package org.lessonbot.engine.attendance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.lessonbot.lesson.Group;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Roster;
import org.lessonbot.plan.Pairing;
import org.lessonbot.store.LessonTransaction;
import org.lessonbot.store.Slot;

/**
 * Who works with whom. Nobody is dropped: an odd class gets one trio, somebody who comes late joins somebody who waits,
 * or makes a trio, and somebody whose partner left joins in the same way.
 */
public final class Partners {
    private static final int TRIES = 200;

    private Partners() {}

    /**
     * One person's place in a group.
     *
     * @param leaves whether they leave the group they were in for it
     */
    record Seat(int number, String person, boolean leaves) {}

    /** The places of all present students who have no partner in this pairing. */
    static List<Seat> seats(Roster roster, Pairing pairing, long seed) {
        List<String> single = roster.alone(pairing);
        if (single.isEmpty()) {
            return List.of();
        }
        List<Group> complete = roster.groups(pairing).stream()
                .filter(group -> group.members().size() > 1)
                .toList();
        List<String> order = bestOrder(single, earlier(roster, pairing, single), new Random(seed ^ pairing.ordinal()));
        int number = roster.groups().stream()
                .filter(group -> group.pairing() == pairing)
                .mapToInt(Group::number)
                .max()
                .orElse(0);
        List<Seat> seats = new ArrayList<>();
        int paired = order.size() - order.size() % 2;
        for (int i = 0; i < paired; i += 2) {
            number++;
            seats.add(seat(roster, pairing, number, order.get(i)));
            seats.add(seat(roster, pairing, number, order.get(i + 1)));
        }
        if (paired < order.size()) {
            String odd = order.get(paired);
            if (paired > 0) {
                seats.add(seat(roster, pairing, number, odd));
            } else {
                complete.stream()
                        .filter(group -> group.members().size() == 2)
                        .reduce((first, last) -> last)
                        .ifPresentOrElse(
                                pair -> seats.add(seat(roster, pairing, pair.number(), odd)),
                                () -> waits(roster, pairing, odd, seats));
            }
        }
        return seats;
    }

    /**
     * Seats everybody who has no partner yet in this pairing, and wants the list of pairs shown.
     *
     * @return the people seated
     */
    public static Set<String> pair(LessonTransaction tx, Pairing pairing) {
        if (pairing == Pairing.NONE) {
            return Set.of();
        }
        List<Seat> seats = seats(tx.roster(), pairing, tx.lesson().seed());
        if (seats.isEmpty()) {
            return Set.of();
        }
        List<String> leave =
                seats.stream().filter(Seat::leaves).map(Seat::person).toList();
        if (!leave.isEmpty()) {
            tx.people().ungroup(pairing, leave);
        }
        Map<String, Integer> numbers = new LinkedHashMap<>();
        seats.forEach(seat -> numbers.put(seat.person(), seat.number()));
        tx.people().group(pairing, numbers);
        tx.posts().post(Slot.pairs(pairing));
        return numbers.keySet();
    }

    /**
     * The students who have other partners than before.
     *
     * @param moved all who came into a group or left one
     */
    static List<String> changed(Roster before, Roster after, Pairing pairing, Set<String> moved) {
        return moved.stream()
                .flatMap(one -> Stream.of(List.of(one), before.partners(pairing, one), after.partners(pairing, one))
                        .flatMap(List::stream))
                .distinct()
                .filter(one ->
                        after.participant(one).filter(Participant::studies).isPresent())
                .filter(one -> !before.partners(pairing, one).equals(after.partners(pairing, one)))
                .toList();
    }

    private static void waits(Roster roster, Pairing pairing, String person, List<Seat> seats) {
        if (roster.group(pairing, person).isEmpty()) {
            int free = roster.groups().stream()
                    .filter(group -> group.pairing() == pairing)
                    .mapToInt(Group::number)
                    .max()
                    .orElse(0);
            seats.add(new Seat(free + 1, person, false));
        }
    }

    private static Seat seat(Roster roster, Pairing pairing, int number, String person) {
        return new Seat(number, person, roster.group(pairing, person).isPresent());
    }

    /** Pairs of these people who worked together in another pairing of this lesson. */
    private static Set<Set<String>> earlier(Roster roster, Pairing pairing, List<String> people) {
        Set<Set<String>> met = new HashSet<>();
        for (Pairing other : Pairing.values()) {
            if (other != pairing) {
                people.forEach(one -> roster.partners(other, one).forEach(partner -> met.add(Set.of(one, partner))));
            }
        }
        return met;
    }

    /** A shuffle in which as few neighbours as possible have met; the first that has none wins. */
    private static List<String> bestOrder(List<String> people, Set<Set<String>> met, Random random) {
        List<String> best = new ArrayList<>(people);
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; i < TRIES && fewest > 0; i++) {
            List<String> order = new ArrayList<>(people);
            Collections.shuffle(order, random);
            int again = meetAgain(order, met);
            if (again < fewest) {
                fewest = again;
                best = order;
            }
        }
        return best;
    }

    private static int meetAgain(List<String> order, Set<Set<String>> met) {
        int again = 0;
        for (int i = 0; i + 1 < order.size(); i += 2) {
            again += met.contains(Set.of(order.get(i), order.get(i + 1))) ? 1 : 0;
        }
        if (order.size() > 2 && order.size() % 2 == 1) {
            String odd = order.get(order.size() - 1);
            again += met.contains(Set.of(odd, order.get(order.size() - 2))) ? 1 : 0;
            again += met.contains(Set.of(odd, order.get(order.size() - 3))) ? 1 : 0;
        }
        return again;
    }
}

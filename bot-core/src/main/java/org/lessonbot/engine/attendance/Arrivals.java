package org.lessonbot.engine.attendance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.lessonbot.engine.standing.Standings;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Roster;
import org.lessonbot.plan.Pairing;
import org.lessonbot.store.Arrival;
import org.lessonbot.store.LessonTransaction;
import org.lessonbot.store.Turns;

/**
 * The door of all lessons. Whoever comes while others are being let in waits for the next turn; all of one lesson who come in
 * a turn are let in together, in one transaction on the lesson's row.
 */
final class Arrivals implements AutoCloseable {
    private static final int TURN = 500;

    private final Standings standings;
    private final News news;
    private final Turns<Waiting> turns = new Turns<>("arrivals", TURN, this::letIn);

    Arrivals(Standings standings, News news) {
        this.standings = standings;
        this.news = news;
    }

    /**
     * Somebody at the door.
     *
     * @param name by which they ask to be called
     * @param chosen whether they choose it now, so that it takes the place of the name they have here already
     */
    record Guest(String person, String name, boolean chosen, Participant.Role role) {}

    /**
     * What became of them.
     *
     * @param over whether the lesson was over, and they were not let in
     * @param came whether they are new, or were away
     * @param asked the name that they would have if nobody else had it
     * @param pairing in which people work now
     * @param roster as it is with them
     */
    record Came(boolean over, boolean came, String asked, Pairing pairing, Roster roster) {}

    private record Waiting(long lesson, Guest guest, CompletableFuture<Came> came) {}

    /**
     * What a turn did to one lesson.
     *
     * @param came what became of each guest
     * @param news who else has new partners by it
     */
    private record Turn(List<Came> came, List<String> news) {}

    /** Told whose partners have changed by somebody else's coming. */
    interface News {
        void partners(long lesson, Pairing pairing, List<String> people);
    }

    /** @return completes once it is committed */
    CompletableFuture<Came> letIn(long lesson, Guest guest) {
        CompletableFuture<Came> came = new CompletableFuture<>();
        if (!turns.offer(new Waiting(lesson, guest, came))) {
            came.completeExceptionally(new IllegalStateException("nobody can be let in now"));
        }
        return came;
    }

    private void letIn(List<Waiting> turn) {
        turn.stream()
                .collect(Collectors.groupingBy(Waiting::lesson, LinkedHashMap::new, Collectors.toList()))
                .forEach(this::letIn);
    }

    private void letIn(long lesson, List<Waiting> waiting) {
        try {
            Turn turn = letAllIn(lesson, waiting.stream().map(Waiting::guest).toList());
            for (int i = 0; i < waiting.size(); i++) {
                waiting.get(i).came().complete(turn.came().get(i));
            }
            if (!turn.news().isEmpty()) {
                news.partners(lesson, turn.came().get(0).pairing(), turn.news());
            }
        } catch (RuntimeException failure) {
            if (waiting.size() == 1) {
                waiting.get(0).came().completeExceptionally(failure);
            } else {
                // One bad name must not keep the others out.
                waiting.forEach(one -> letIn(lesson, List.of(one)));
            }
        }
    }

    private Turn letAllIn(long lesson, List<Guest> guests) {
        return standings.move(lesson, tx -> letIn(tx, guests));
    }

    private Turn letIn(LessonTransaction tx, List<Guest> guests) {
        Lesson lesson = tx.lesson();
        Roster before = tx.roster();
        Pairing pairing = standings.pairing(lesson);
        if (lesson.endedAt().isPresent()) {
            return new Turn(
                    guests.stream()
                            .map(guest -> new Came(true, false, guest.name(), pairing, before))
                            .toList(),
                    List.of());
        }
        List<String> asked = asked(guests, before);
        List<Arrival> arrivals = arrivals(before, guests, asked);
        if (arrivals.isEmpty()) {
            return new Turn(came(guests, asked, pairing, before, before), List.of());
        }
        List<Participant> people = tx.people().join(arrivals);
        if (people.stream().anyMatch(one -> isRenamed(one, before))) {
            tx.posts().refreshNames();
        }
        List<String> leading = people.stream()
                .filter(Participant::teaches)
                .map(Participant::id)
                .toList();
        if (!leading.isEmpty()) {
            tx.people().ungroup(leading);
        }
        tx.posts().refresh();
        Set<String> moved = new HashSet<>(leading);
        moved.addAll(Partners.pair(tx, pairing));
        Roster after = tx.roster();
        return new Turn(came(guests, asked, pairing, before, after), news(before, after, pairing, guests, moved));
    }

    /**
     * The names by which they ask to be called: what each chose last, or else their account's. Somebody who does both in one turn has
     * chosen.
     */
    static List<String> asked(List<Guest> guests, Roster before) {
        Map<String, String> chosen = guests.stream()
                .filter(Guest::chosen)
                .collect(Collectors.toMap(Guest::person, Guest::name, (earlier, later) -> later));
        return guests.stream()
                .map(guest -> chosen.getOrDefault(
                        guest.person(),
                        before.participant(guest.person())
                                .map(Participant::name)
                                .orElse(guest.name())))
                .toList();
    }

    /** Whoever is not here yet as they wish to be, each once, by a name that nobody else has. */
    static List<Arrival> arrivals(Roster before, List<Guest> guests, List<String> asked) {
        Map<String, Arrival> arrivals = new LinkedHashMap<>();
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < guests.size(); i++) {
            Guest guest = guests.get(i);
            String person = guest.person();
            String name = asked.get(i);
            for (int number = 2; isTaken(name, person, before, given); number++) {
                name = asked.get(i) + " " + number;
            }
            given.put(Participant.key(name), person);
            Arrival arrival = new Arrival(person, name, guest.role());
            boolean changes =
                    before.participant(person).filter(one -> isSo(one, arrival)).isEmpty();
            if (changes || arrivals.containsKey(person)) {
                arrivals.put(person, arrival);
            }
        }
        return List.copyOf(arrivals.values());
    }

    private static boolean isTaken(String name, String person, Roster before, Map<String, String> given) {
        return before.isTaken(name, person)
                || !given.getOrDefault(Participant.key(name), person).equals(person);
    }

    private static boolean isSo(Participant one, Arrival arrival) {
        boolean hasRole = one.role() == arrival.role() || one.role() == Participant.Role.CO_TEACHER;
        return one.present() && hasRole && one.name().equals(arrival.name());
    }

    private static boolean isRenamed(Participant one, Roster before) {
        return before.participant(one.id())
                .filter(known -> !known.name().equals(one.name()))
                .isPresent();
    }

    private static List<Came> came(
            List<Guest> guests, List<String> asked, Pairing pairing, Roster before, Roster after) {
        List<Came> came = new ArrayList<>();
        for (int i = 0; i < guests.size(); i++) {
            boolean wasHere = before.participant(guests.get(i).person())
                    .filter(Participant::present)
                    .isPresent();
            came.add(new Came(false, !wasHere, asked.get(i), pairing, after));
        }
        return came;
    }

    private static List<String> news(
            Roster before, Roster after, Pairing pairing, List<Guest> guests, Set<String> moved) {
        Set<String> came = guests.stream().map(Guest::person).collect(Collectors.toSet());
        return Partners.changed(before, after, pairing, moved).stream()
                .filter(other -> !came.contains(other))
                .toList();
    }

    /** Lets in whoever waits, then stops. */
    @Override
    public void close() {
        turns.close();
    }
}

package org.lessonbot.engine.attendance;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lessonbot.club.Pool;
import org.lessonbot.engine.posting.Whispers;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.engine.standing.Standings;
import org.lessonbot.lesson.Group;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Roster;
import org.lessonbot.lesson.Wishes;
import org.lessonbot.plan.Pairing;
import org.lessonbot.plan.Step;
import org.lessonbot.store.LessonTransaction;
import org.lessonbot.store.Reminding;

/** Brings partners together in a club: whoever has come to where one works with a partner waits for one, and works meanwhile. */
public final class Pools {
    private final Standings standings;
    private final Whispers whispers;
    private final Reminding reminding;
    private final ZoneId zone;
    private final Clock clock;

    /** @param zone whose clock people go by who said nothing of theirs */
    public Pools(Standings standings, Whispers whispers, Reminding reminding, ZoneId zone, Clock clock) {
        this.standings = standings;
        this.whispers = whispers;
        this.reminding = reminding;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Somebody has come to a step.
     *
     * @return how the club stands by it
     */
    public Standing come(Standing standing, String person, Step step) {
        Pairing pairing = standing.pairing(step);
        if (pairing == Pairing.NONE
                || !standing.roster().partners(pairing, person).isEmpty()) {
            return standing;
        }
        return pair(standing, pairing, standing.isHalfOver(step, clock.instant()), Optional.of(person));
    }

    /** Deals round whoever still waits. */
    public void deal(Standing standing) {
        standing.pairings().forEach(pairing -> pair(standing, pairing, true, Optional.empty()));
    }

    private Standing pair(Standing standing, Pairing pairing, boolean all, Optional<String> comes) {
        Lesson lesson = standing.lesson();
        Instant now = clock.instant();
        Map<String, Reminding.Kept> kept = reminding.kept(lesson.id());
        List<List<String>> groups = standings.move(lesson.id(), tx -> {
            comes.ifPresent(person -> tx.club().pool(person, now));
            return seat(tx, pairing, all, now, kept);
        });
        Standing after = standings.recall(lesson.id()).orElse(standing);
        for (List<String> group : groups) {
            whispers.partners(lesson, pairing, group);
            whispers.gather(lesson, pairing, group);
        }
        return after;
    }

    private List<List<String>> seat(
            LessonTransaction tx, Pairing pairing, boolean all, Instant now, Map<String, Reminding.Kept> kept) {
        Roster roster = tx.roster();
        List<Pool.Waiting> waiting = tx.club().pool().stream()
                .filter(person ->
                        roster.participant(person).filter(Participant::studies).isPresent())
                .filter(person -> roster.partners(pairing, person).isEmpty())
                .map(person -> waiting(person, kept))
                .toList();
        List<List<String>> groups =
                Pool.groups(waiting, (one, other) -> haveMet(roster, pairing, one, other), all, now);
        int number = roster.groups().stream()
                .filter(group -> group.pairing() == pairing)
                .mapToInt(Group::number)
                .max()
                .orElse(0);
        Map<String, Integer> seats = new LinkedHashMap<>();
        for (List<String> group : groups) {
            number++;
            for (String person : group) {
                seats.put(person, number);
            }
        }
        if (!seats.isEmpty()) {
            // Somebody whose partner has left sits alone in a group.
            tx.people().ungroup(pairing, List.copyOf(seats.keySet()));
            tx.people().group(pairing, seats);
        }
        return groups;
    }

    private Pool.Waiting waiting(String person, Map<String, Reminding.Kept> kept) {
        Wishes wishes = Optional.ofNullable(kept.get(person))
                .map(Reminding.Kept::wishes)
                .orElse(Wishes.NONE);
        return new Pool.Waiting(person, wishes.zone().orElse(zone), wishes.waking());
    }

    private static boolean haveMet(Roster roster, Pairing pairing, String one, String other) {
        for (Pairing earlier : Pairing.values()) {
            if (earlier != pairing && roster.partners(earlier, one).contains(other)) {
                return true;
            }
        }
        return false;
    }
}

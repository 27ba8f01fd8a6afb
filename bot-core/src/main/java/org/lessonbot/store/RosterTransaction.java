package org.lessonbot.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Roster;
import org.lessonbot.plan.Pairing;

/** Who takes part in the lesson of one move, and with whom. */
public final class RosterTransaction {
    private final LessonTransaction lesson;
    private final Handle handle;
    private final Instant now;
    private @Nullable Roster roster;
    private boolean changed;

    RosterTransaction(LessonTransaction lesson, Handle handle, Instant now, Optional<Roster> roster) {
        this.lesson = lesson;
        this.handle = handle;
        this.now = now;
        this.roster = roster.orElse(null);
    }

    /** By what this move has changed until now. */
    Roster now() {
        Roster read = roster == null ? Rosters.read(handle, lesson.lesson().id()) : roster;
        roster = read;
        return read;
    }

    /** The same, if it was ever asked for. */
    Optional<Roster> known() {
        return Optional.ofNullable(roster);
    }

    boolean isChanged() {
        return changed;
    }

    /**
     * Adds these people, or takes note that they are back. Who was asked to lead stays so; who led by a right of
     * their own does not once they come without it.
     *
     * @param people each once
     * @return how they stand there now
     */
    public List<Participant> join(List<Arrival> people) {
        return changed(lesson.update("insert into participant (lesson, person, name, role, asked, joined_at)"
                        + " select :lesson, person, name, role, asked, began + place * interval '1 us'"
                        + " from unnest(:people, :names, :roles, :asked) with ordinality"
                        + " as arrival (person, name, role, asked, place),"
                        + " (select greatest(:now, max(joined_at)) as began from participant where lesson = :lesson) as before"
                        + " on conflict (lesson, person) do update set name = excluded.name, present = true,"
                        + " role = case when participant.asked then 'TEACHER' else excluded.role end,"
                        + " asked = participant.asked or excluded.asked")
                .bind("now", now)
                .bindArray("people", String.class, of(people, Arrival::person))
                .bindArray("names", String.class, of(people, Arrival::name))
                .bindArray("roles", String.class, of(people, one -> one.teaches() ? "TEACHER" : "STUDENT"))
                .bindArray("asked", Boolean.class, of(people, one -> one.role() == Participant.Role.CO_TEACHER)));
    }

    /**
     * Somebody who was asked to lead leads no longer, and takes part like everybody else.
     *
     * @return whether they had been asked
     */
    public boolean stepDown(String person) {
        return !changed(lesson.update("update participant set role = 'STUDENT', asked = false"
                                + " where lesson = :lesson and person = :person and asked")
                        .bind("person", person))
                .isEmpty();
    }

    private List<Participant> changed(Update people) {
        List<Participant> changed = people.executeAndReturnGeneratedKeys(
                        "person", "name", "role", "asked", "present", "joined_at")
                .map((row, context) -> Rosters.participant(row))
                .list();
        this.changed |= !changed.isEmpty();
        if (roster != null) {
            roster = roster.with(changed);
        }
        return changed;
    }

    private static Object[] of(List<Arrival> people, Function<Arrival, Object> what) {
        return people.stream().map(what).toArray();
    }

    /**
     * Puts present people into groups.
     *
     * @param seats by person the number of the group; they are in a group in this order
     */
    public void group(Pairing pairing, Map<String, Integer> seats) {
        changed = true;
        lesson.update(
                        "insert into membership (lesson, pairing, number, person, since)"
                                + " select :lesson, :pairing, number, person, began + place * interval '1 us'"
                                + " from unnest(:people, :numbers) with ordinality as seat (person, number, place),"
                                + " (select clock_timestamp() as began offset 0) as now"
                                + " on conflict (lesson, pairing, number, person) do update set until = null, since = excluded.since")
                .bind("pairing", pairing)
                .bindArray("people", String.class, seats.keySet().toArray())
                .bindArray("numbers", Integer.class, seats.values().toArray())
                .execute();
        if (roster != null) {
            roster = roster.seated(pairing, seats);
        }
    }

    /** Takes people out of their groups of this pairing. */
    public void ungroup(Pairing pairing, Collection<String> people) {
        changed = true;
        lesson.update(
                        "update membership set until = now() where lesson = :lesson and pairing = :pairing and person = any(:people)"
                                + " and until is null")
                .bind("pairing", pairing)
                .bindArray("people", String.class, people.toArray())
                .execute();
        if (roster != null) {
            roster = roster.without(pairing, people);
        }
    }

    /** Says that people are away: they are in no group any more. */
    public void leave(Collection<String> people) {
        changed = true;
        lesson.update("update participant set present = false where lesson = :lesson and person = any(:people)")
                .bindArray("people", String.class, people.toArray())
                .execute();
        if (roster != null) {
            roster = roster.away(people);
        }
        ungroup(people);
    }

    /** Takes people out of all their groups. */
    public void ungroup(Collection<String> people) {
        for (Pairing pairing : Pairing.values()) {
            if (pairing != Pairing.NONE) {
                ungroup(pairing, people);
            }
        }
    }
}

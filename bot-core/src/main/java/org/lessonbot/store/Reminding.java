package org.lessonbot.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.lessonbot.lesson.Reminder;
import org.lessonbot.lesson.Wishes;
import org.lessonbot.time.LocalMoment;
import org.lessonbot.time.Window;

/** How people wish to be reminded of their clubs, and what reminders they had. */
public final class Reminding {
    private final Jdbi jdbi;

    public Reminding(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What is kept of somebody in a club.
     *
     * @param seen when they last went on there
     */
    public record Kept(Wishes wishes, Instant seen) {}

    /** One person's day: nobody has two reminders of a club in it. */
    public record Claim(long lesson, String person, LocalDate day) {}

    /**
     * Notes that somebody who takes part goes on. The first time their wishes are those that they had last anywhere on the platform.
     *
     * @param zone whose clock they go by, where the platform knows it
     * @return whether they want reminders, nobody knows whose clock they go by, and they were never asked
     */
    public boolean seen(long lesson, String person, Optional<ZoneId> zone, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        insert into wish (lesson, person, zone, known_zone, quiet, way, away, said, zone_asked, seen)
                        select here.lesson, here.person, last.zone, coalesce(:known, last.known_zone), last.quiet, last.way, last.away,
                            last.said, coalesce(last.zone_asked, false), :now
                        from participant as here left join lateral (
                            select wish.* from wish join lesson on lesson.id = wish.lesson
                            where wish.person = here.person
                                and platform = (select platform from lesson where id = here.lesson)
                            order by said desc nulls last, seen desc limit 1) as last on true
                        where here.lesson = :lesson and here.person = :person
                        on conflict (lesson, person) do update
                            set seen = excluded.seen, known_zone = coalesce(:known, wish.known_zone)
                        returning zone is null and known_zone is null and not zone_asked and way is distinct from 'NONE'
                        """)
                .bind("lesson", lesson)
                .bind("person", person)
                .bind("known", zone.map(ZoneId::getId))
                .bind("now", now)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false));
    }

    /** Notes that somebody is asked whose clock they go by. */
    public void zoneAsked(long lesson, String person) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update wish set zone_asked = true where lesson = :lesson and person = :person")
                .bind("lesson", lesson)
                .bind("person", person)
                .execute());
    }

    /** What somebody said; as if they had said nothing where they never went on. */
    public Wishes wishes(long lesson, String person) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from wish where lesson = :lesson and person = :person")
                        .bind("lesson", lesson)
                        .bind("person", person)
                        .map((row, context) -> wishes(row))
                        .findOne()
                        .orElse(Wishes.NONE));
    }

    /** Keeps what somebody said who takes part. */
    public void keep(long lesson, String person, Wishes wishes, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into wish (lesson, person, zone, known_zone, quiet, way, away, snooze, said, seen)
                        select lesson, person, :zone, :known, :quiet, :way, :away, :snooze, :now, :now from participant
                        where lesson = :lesson and person = :person
                        on conflict (lesson, person) do update set zone = excluded.zone, known_zone = excluded.known_zone,
                            quiet = excluded.quiet, way = excluded.way, away = excluded.away, snooze = excluded.snooze,
                            said = excluded.said
                        """)
                .bind("lesson", lesson)
                .bind("person", person)
                .bind("zone", wishes.typedZone().map(ZoneId::getId))
                .bind("known", wishes.knownZone().map(ZoneId::getId))
                .bind("quiet", wishes.quiet().map(Window::toString))
                .bind("way", wishes.chosenWay().map(Wishes.Way::name))
                .bind("away", wishes.away().map(LocalMoment::toString))
                .bind("snooze", wishes.snooze().map(LocalMoment::toString))
                .bind("now", now)
                .execute());
    }

    /** Of everybody in a club who ever went on. */
    public Map<String, Kept> kept(long lesson) {
        Map<String, Kept> kept = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("select * from wish where lesson = :lesson")
                .bind("lesson", lesson)
                .map((row, context) -> kept.put(
                        row.getString("person"),
                        new Kept(wishes(row), row.getTimestamp("seen").toInstant())))
                .list());
        return kept;
    }

    /** The reminders of a club, by person. */
    public Map<String, List<Reminder>> reminders(long lesson) {
        Map<String, List<Reminder>> reminders = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(
                        "select person, stretch, at, day, outcome from reminder where lesson = :lesson order by at")
                .bind("lesson", lesson)
                .map((row, context) -> reminders
                        .computeIfAbsent(row.getString("person"), first -> new ArrayList<>())
                        .add(new Reminder(
                                row.getInt("stretch"),
                                row.getTimestamp("at").toInstant(),
                                row.getObject("day", LocalDate.class),
                                Reminder.Outcome.valueOf(row.getString("outcome")))))
                .list());
        return reminders;
    }

    /**
     * Notes that somebody is reminded, before they are.
     *
     * @param most how many they may have in the club
     * @return false if they are not to be: somebody else did it, they had as many already, or no longer take part
     */
    public boolean claim(Claim claim, int stretch, Wishes.Way way, int most, Instant now) {
        return jdbi.withHandle(handle -> bound(handle.createUpdate("""
                        insert into reminder (lesson, person, day, stretch, at, way)
                        select lesson, person, :day, :stretch, :now, :way from participant
                        where lesson = :lesson and person = :person and present
                            and (select count(*) from reminder where lesson = :lesson and person = :person) < :most
                        on conflict do nothing
                        """), claim)
                        .bind("stretch", stretch)
                        .bind("way", way.name())
                        .bind("most", most)
                        .bind("now", now)
                        .execute()
                > 0);
    }

    /** Says what became of a reminder. */
    public void settle(Claim claim, Reminder.Outcome outcome) {
        jdbi.useHandle(handle -> bound(
                        handle.createUpdate(
                                "update reminder set outcome = :outcome where lesson = :lesson and person = :person"
                                        + " and day = :day"),
                        claim)
                .bind("outcome", outcome.name())
                .execute());
    }

    /** Takes back what was certainly not sent. */
    public void release(Claim claim) {
        jdbi.useHandle(handle -> bound(
                        handle.createUpdate(
                                "delete from reminder where lesson = :lesson and person = :person and day = :day"),
                        claim)
                .execute());
    }

    /** Whether somebody is to be told now that a private message to them was refused: once for each that was. */
    public boolean tellRefused(long lesson, String person) {
        return jdbi.withHandle(handle ->
                handle.createUpdate("update reminder set outcome = 'TOLD' where lesson = :lesson and person = :person"
                                        + " and outcome = 'REFUSED'")
                                .bind("lesson", lesson)
                                .bind("person", person)
                                .execute()
                        > 0);
    }

    private static <T extends SqlStatement<T>> T bound(T statement, Claim claim) {
        return statement
                .bind("lesson", claim.lesson())
                .bind("person", claim.person())
                .bind("day", claim.day());
    }

    private static Wishes wishes(ResultSet row) throws SQLException {
        return new Wishes(
                text(row, "zone").map(ZoneId::of),
                text(row, "known_zone").map(ZoneId::of),
                text(row, "quiet").map(Window::parse),
                text(row, "way").map(Wishes.Way::valueOf),
                text(row, "away").map(LocalMoment::parse),
                text(row, "snooze").map(LocalMoment::parse));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}

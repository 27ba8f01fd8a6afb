package org.lessonbot.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.lessonbot.lesson.Group;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Roster;
import org.lessonbot.plan.Pairing;

/** Who takes part in lessons, and in which groups. */
public final class Rosters {
    private static final String PARTICIPANT = "select person, name, role, present, joined_at from participant";

    private final Jdbi jdbi;

    public Rosters(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Somebody who takes part, or did. */
    public Optional<Participant> find(long lesson, String person) {
        return jdbi.withHandle(
                handle -> handle.createQuery(PARTICIPANT + " where lesson = :lesson and person = :person")
                        .bind("lesson", lesson)
                        .bind("person", person)
                        .map((row, context) -> participant(row))
                        .findOne());
    }

    public Roster of(long lesson) {
        return jdbi.withHandle(handle -> read(handle, lesson));
    }

    /**
     * Adds somebody, or takes note that they are back or are called differently. A role once given is not taken away.
     *
     * @return whether they are new, or were away
     */
    public boolean join(long lesson, String person, String name, Participant.Role role) {
        return jdbi.inTransaction(handle -> {
            boolean was = handle.createQuery(
                            "select present from participant where lesson = :lesson and person = :person")
                    .bind("lesson", lesson)
                    .bind("person", person)
                    .mapTo(Boolean.class)
                    .findOne()
                    .orElse(false);
            handle.createUpdate("""
                            insert into participant (lesson, person, name, role) values (:lesson, :person, :name, :role)
                            on conflict (lesson, person) do update set name = excluded.name, present = true,
                                role = case when participant.role = 'TEACHER' then 'TEACHER' else excluded.role end
                            """)
                    .bind("lesson", lesson)
                    .bind("person", person)
                    .bind("name", name)
                    .bind("role", role)
                    .execute();
            return !was;
        });
    }

    /**
     * Erases a person from a lesson: their name, their group, all that they entered and what it said before. Shared
     * entries of a pair that somebody else wrote last stay.
     *
     * @return how many entries were erased
     */
    public int forget(long lesson, String person) {
        return jdbi.inTransaction(handle -> {
            handle.execute("select 1 from lesson where id = ? for update", lesson);
            int erased = 0;
            for (String sql : List.of(
                    "delete from entry where lesson = :lesson and (person = :person or owner = :person)",
                    "delete from entry_change where lesson = :lesson and (person = :person or owner = :person)",
                    "delete from participant where lesson = :lesson and person = :person")) {
                int rows = handle.createUpdate(sql)
                        .bind("lesson", lesson)
                        .bind("person", person)
                        .execute();
                erased += sql.contains("from entry ") ? rows : 0;
            }
            handle.createUpdate("update post set wanted = wanted + 1 where lesson = :lesson")
                    .bind("lesson", lesson)
                    .execute();
            return erased;
        });
    }

    static Roster read(Handle handle, long lesson) {
        List<Participant> participants = handle.createQuery(
                        PARTICIPANT + " where lesson = :lesson order by joined_at, person")
                .bind("lesson", lesson)
                .map((row, context) -> participant(row))
                .list();
        Map<List<Object>, List<String>> members = new LinkedHashMap<>();
        handle.createQuery("select pairing, number, person, until is null as there from membership"
                        + " where lesson = :lesson order by pairing, number, since, person")
                .bind("lesson", lesson)
                .map((row, context) -> {
                    List<Object> group = List.of(Pairing.valueOf(row.getString("pairing")), row.getInt("number"));
                    List<String> people = members.computeIfAbsent(group, none -> new ArrayList<>());
                    return row.getBoolean("there") && people.add(row.getString("person"));
                })
                .list();
        List<Group> groups = members.entrySet().stream()
                .map(entry -> new Group(
                        (Pairing) entry.getKey().get(0), (int) entry.getKey().get(1), entry.getValue()))
                .toList();
        return new Roster(participants, groups);
    }

    private static Participant participant(ResultSet row) throws SQLException {
        return new Participant(
                row.getString("person"),
                row.getString("name"),
                Participant.Role.valueOf(row.getString("role")),
                row.getBoolean("present"),
                row.getTimestamp("joined_at").toInstant());
    }
}

package org.lessonbot.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.lessonbot.chat.Room;
import org.lessonbot.lesson.Group;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Roster;
import org.lessonbot.plan.Pairing;

/** Who takes part in lessons, and in which groups. */
public final class Rosters {
    static final String PARTICIPANTS = "select person, name, role, asked, present, joined_at from participant"
            + " where lesson = :lesson order by joined_at, person";
    static final String MEMBERS = "select pairing, number, person, until is null as there from membership"
            + " where lesson = :lesson order by pairing, number, since, person";

    private final Jdbi jdbi;

    public Rosters(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public Roster of(long lesson) {
        return jdbi.withHandle(handle -> read(handle, lesson));
    }

    /**
     * What became of somebody's traces.
     *
     * @param lessons in which there were any; their posts are to be drawn again
     * @param entries how many were erased
     */
    public record Forgotten(List<Long> lessons, int entries) {}

    /**
     * Erases from all lessons of a room what a person entered and what it said before. What a pair shares and somebody else wrote
     * last stays; so does what a teacher decided for all or asked of models, without the teacher. Whoever takes part is found again
     * until they are {@link #remove removed} too.
     */
    public Forgotten forget(Room room, String person) {
        return jdbi.inTransaction(handle -> {
            List<Long> lessons = lock(handle, room, person);
            for (String sql : List.of(
                    "update entry set person = '' where person = :person and owner = 'desk'",
                    "update entry_log set person = '' where person = :person and owner = 'desk'",
                    "update draft set teacher = '' where teacher = :person",
                    "delete from entry_log where :person in (person, owner)")) {
                among(handle, lessons, sql).bind("person", person).execute();
            }
            int entries = among(handle, lessons, "delete from entry where :person in (person, owner)")
                    .bind("person", person)
                    .execute();
            return new Forgotten(lessons, entries);
        });
    }

    /** Erases a person's name, groups and all else that hangs on them from all lessons of a room. */
    public void remove(Room room, String person) {
        jdbi.useTransaction(
                handle -> among(handle, lock(handle, room, person), "delete from participant where person = :person")
                        .bind("person", person)
                        .execute());
    }

    /** Takes for itself the lessons of a room in which there is anything of a person. What was seen of them is to be seen anew. */
    private static List<Long> lock(Handle handle, Room room, String person) {
        List<Long> lessons = handle.createQuery("""
                        select id from lesson where platform = :platform and room = :room and (
                            exists (select from participant where lesson = lesson.id and person = :person)
                            or exists (select from entry_log where lesson = lesson.id and person = :person)
                            or exists (select from draft where lesson = lesson.id and teacher = :person))
                        order by id for update
                        """)
                .bind("platform", room.platform())
                .bind("room", room.id())
                .bind("person", person)
                .mapTo(Long.class)
                .list();
        among(handle, lessons, "update post set wanted = wanted + 1 where true").execute();
        handle.createUpdate("update lesson set roster = roster + 1 where id = any(:lessons)")
                .bindArray("lessons", Long.class, lessons)
                .execute();
        return lessons;
    }

    private static Update among(Handle handle, List<Long> lessons, String sql) {
        return handle.createUpdate(sql + " and lesson = any(:lessons)").bindArray("lessons", Long.class, lessons);
    }

    static Roster read(Handle handle, long lesson) {
        Rows rows = new Rows();
        handle.createQuery(PARTICIPANTS)
                .bind("lesson", lesson)
                .map((row, context) -> rows.participant(row))
                .list();
        handle.createQuery(MEMBERS)
                .bind("lesson", lesson)
                .map((row, context) -> rows.member(row))
                .list();
        return rows.roster();
    }

    /** What is read of a roster, row by row. */
    static final class Rows {
        private final List<Participant> participants = new ArrayList<>();
        private final Map<List<Object>, List<String>> members = new LinkedHashMap<>();

        boolean participant(ResultSet row) throws SQLException {
            return participants.add(Rosters.participant(row));
        }

        /** @return whether they are in their group still */
        boolean member(ResultSet row) throws SQLException {
            List<Object> group = List.of(Pairing.valueOf(row.getString("pairing")), row.getInt("number"));
            List<String> people = members.computeIfAbsent(group, none -> new ArrayList<>());
            return row.getBoolean("there") && people.add(row.getString("person"));
        }

        Roster roster() {
            return new Roster(
                    participants,
                    members.entrySet().stream()
                            .map(entry -> new Group(
                                    (Pairing) entry.getKey().get(0),
                                    (int) entry.getKey().get(1),
                                    entry.getValue()))
                            .toList());
        }
    }

    static Participant participant(ResultSet row) throws SQLException {
        return new Participant(
                row.getString("person"),
                row.getString("name"),
                row.getBoolean("asked") ? Participant.Role.CO_TEACHER : Participant.Role.valueOf(row.getString("role")),
                row.getBoolean("present"),
                row.getTimestamp("joined_at").toInstant());
    }
}

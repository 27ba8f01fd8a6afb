package org.lessonbot.web.tables;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lessonbot.chat.Person;

/** Who entered which room, under which name. */
public final class People {
    private final Tables tables;
    private final Clock clock;

    public People(Tables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * Lets somebody into a room. A name that is taken gets the next free number behind it. Whoever is in there already
     * stays who they are.
     */
    public Person enter(String room, String id, String wanted, boolean leads) {
        for (int number = 1; ; number++) {
            String name = number == 1 ? wanted : wanted + " " + number;
            int entered = tables.ask(handle -> handle.createUpdate("insert into web_person"
                            + " (id, room, name, leads, entered_at, seen_at)"
                            + " values (:id, :room, :name, :leads, :now, :now) on conflict do nothing")
                    .bind("now", clock.instant())
                    .bind("id", id)
                    .bind("room", room)
                    .bind("name", name)
                    .bind("leads", leads)
                    .execute());
            if (entered == 1) {
                return new Person(id, name, leads);
            }
            Optional<Person> there = find(room, id);
            if (there.isPresent()) {
                return there.get();
            }
        }
    }

    public Optional<Person> find(String room, String id) {
        return tables.ask(handle -> handle.createQuery(
                        "select id, name, leads from web_person where id = :id and room = :room")
                .bind("id", id)
                .bind("room", room)
                .map((row, context) -> new Person(row.getString("id"), row.getString("name"), row.getBoolean("leads")))
                .findOne());
    }

    /** Somebody, and the room that they are in. */
    public record Member(Person person, Rooms.Classroom room) {}

    /** The same with the room, in one look. */
    public Optional<Member> member(String room, String id) {
        return tables.ask(handle -> handle.createQuery("""
                        select person.id, person.name, leads, room.id as room, room.name as room_name, code, renewals
                        from web_person as person join web_room as room on room.id = person.room
                        where person.id = :id and room.id = :room
                        """)
                .bind("id", id)
                .bind("room", room)
                .map((row, context) -> new Member(
                        new Person(row.getString("id"), row.getString("name"), row.getBoolean("leads")),
                        new Rooms.Classroom(
                                row.getString("room"),
                                row.getString("room_name"),
                                row.getString("code"),
                                row.getInt("renewals"))))
                .findOne());
    }

    /**
     * When somebody last had the room open.
     *
     * @param left whether they then took their leave
     */
    public record Presence(String id, String name, Instant seen, boolean left) {}

    /** All students who ever came in, by name. */
    public List<Presence> students(String room) {
        return tables.ask(handle -> handle.createQuery("select id, name, seen_at, left_page from web_person"
                        + " where room = :room and not leads order by lower(name), id")
                .bind("room", room)
                .map((row, context) -> presence(row))
                .list());
    }

    /**
     * Somebody has the room open now.
     *
     * @return what was known of them before; nothing if there is no such person
     */
    public Optional<Presence> seen(String id, Instant now) {
        return tables.ask(handle -> handle.createQuery("""
                        update web_person as person set seen_at = :now, left_page = false
                        from (select id, seen_at, left_page from web_person where id = :id for update) as before
                        where person.id = before.id
                        returning person.id, person.name, before.seen_at, before.left_page
                        """)
                .bind("id", id)
                .bind("now", now)
                .map((row, context) -> presence(row))
                .findOne());
    }

    /** All these had the room open at this moment; whoever was seen or left since then stays as they are. */
    public void seen(Collection<String> ids, Instant then) {
        tables.ask(handle -> handle.createUpdate("update web_person set seen_at = :then, left_page = false"
                        + " where id = any(:ids) and seen_at < :then")
                .bind("then", then)
                .bindArray("ids", String.class, ids)
                .execute());
    }

    /** Somebody has closed a page of theirs. */
    public void left(String id, Instant now) {
        tables.ask(
                handle -> handle.createUpdate("update web_person set seen_at = :now, left_page = true where id = :id")
                        .bind("now", now)
                        .bind("id", id)
                        .execute());
    }

    private static Presence presence(ResultSet row) throws SQLException {
        return new Presence(
                row.getString("id"),
                row.getString("name"),
                row.getTimestamp("seen_at").toInstant(),
                row.getBoolean("left_page"));
    }

    /**
     * Erases a person, and all that only they were sent. Their session is void from now on.
     *
     * @return whether there was such a person
     */
    public boolean forget(String room, String id) {
        return tables.transact(handle -> {
            handle.createUpdate("delete from web_feed where room = :room and audience = :id")
                    .bind("room", room)
                    .bind("id", id)
                    .execute();
            return handle.createUpdate("delete from web_person where room = :room and id = :id")
                            .bind("room", room)
                            .bind("id", id)
                            .execute()
                    == 1;
        });
    }

    /**
     * Erases what was last changed before this moment, and whoever came before it and was sent nothing since. In every room
     * what answered typed commands is kept only as far back as a page shows that is opened anew.
     *
     * @param underWay the rooms in which nothing else is erased
     * @return how many people that were
     */
    public int purge(Instant before, Collection<String> underWay) {
        return tables.transact(handle -> {
            handle.createUpdate("""
                            delete from web_item where slot like 'act/%' and number in (
                                select number from (
                                    select number, row_number() over (partition by room, audience order by version desc) as age
                                    from web_item) as item
                                where age > :opening)
                            """).bind("opening", Items.OPENING).execute();
            handle.createUpdate("delete from web_item where changed_at < :before and room <> all(:underWay)")
                    .bind("before", before)
                    .bindArray("underWay", String.class, underWay)
                    .execute();
            int people = handle.createUpdate(
                            "delete from web_person as person where entered_at < :before"
                                    + " and room <> all(:underWay) and not exists (select from web_item where audience = person.id)")
                    .bind("before", before)
                    .bindArray("underWay", String.class, underWay)
                    .execute();
            handle.execute("delete from web_feed where audience not in ('ROOM', 'DESK')"
                    + " and not exists (select from web_person where id = audience)");
            return people;
        });
    }
}

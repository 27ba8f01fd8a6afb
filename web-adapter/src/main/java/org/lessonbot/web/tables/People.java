package org.lessonbot.web.tables;

import java.time.Instant;
import java.util.Optional;
import org.lessonbot.chat.Person;

/** Who entered which room, under which name. */
public final class People {
    private final Tables tables;

    public People(Tables tables) {
        this.tables = tables;
    }

    /**
     * Lets somebody into a room. A name that is taken gets the next free number behind it.
     *
     * @param id one that nobody has yet
     */
    public Person enter(String room, String id, String wanted, boolean leads) {
        for (int number = 1; ; number++) {
            String name = number == 1 ? wanted : wanted + " " + number;
            int entered = tables.ask(handle -> handle.createUpdate("insert into web_person (id, room, name, leads)"
                            + " values (:id, :room, :name, :leads) on conflict (room, lower(name)) do nothing")
                    .bind("id", id)
                    .bind("room", room)
                    .bind("name", name)
                    .bind("leads", leads)
                    .execute());
            if (entered == 1) {
                return new Person(id, name, leads);
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

    /** The id of whoever has this name in the room, however they write it. */
    public Optional<String> named(String room, String name) {
        return tables.ask(handle -> handle.createQuery(
                        "select id from web_person where room = :room and lower(name) = lower(:name)")
                .bind("room", room)
                .bind("name", name.strip())
                .mapTo(String.class)
                .findOne());
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
     * Erases what was last changed before this moment, and whoever came before it and was sent nothing since.
     *
     * @return how many people that were
     */
    public int purge(Instant before) {
        return tables.transact(handle -> {
            handle.createUpdate("delete from web_item where changed_at < :before")
                    .bind("before", before)
                    .execute();
            int people = handle.createUpdate("delete from web_person as person where entered_at < :before"
                            + " and not exists (select from web_item where audience = person.id)")
                    .bind("before", before)
                    .execute();
            handle.execute("delete from web_feed where audience not in ('ROOM', 'DESK')"
                    + " and not exists (select from web_person where id = audience)");
            return people;
        });
    }
}

package org.lessonbot.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lessonbot.chat.Room;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Reminder;
import org.lessonbot.lesson.Round;

/** What stands in a test's database, read on connections that no fault of the bot's can touch. */
public final class Facts implements AutoCloseable {
    private final Database database;

    public Facts(TestDatabase server) {
        this.database = Migrated.open(server, 2);
    }

    /** The latest lesson in a room. */
    public Lesson lesson(Room room) {
        return new Lessons(database.jdbi()).latestIn(room).orElseThrow();
    }

    /** The round it is at. */
    public Round round(Room room) {
        Lesson lesson = lesson(room);
        return new Lessons(database.jdbi())
                .round(lesson.id(), lesson.step(), lesson.round())
                .orElseThrow();
    }

    /** What people have entered in that lesson. */
    public Entries entries(Room room) {
        return new EntryReader(database.jdbi()).lesson(lesson(room).id());
    }

    /** The number of the latest draft of any lesson. */
    public long newestDraft() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select max(id) from draft")
                        .mapTo(Long.class)
                        .one());
    }

    /** When anybody was reminded of that lesson, oldest first. */
    public List<Instant> reminders(Room room) {
        return new Reminding(database.jdbi())
                .reminders(lesson(room).id()).values().stream()
                        .flatMap(List::stream)
                        .map(Reminder::at)
                        .sorted()
                        .toList();
    }

    /** Where any of these words stands, in whatever table: {@code table.column: value}. */
    public List<String> traces(String... words) {
        return database.jdbi().withHandle(handle -> {
            List<String> traces = new ArrayList<>();
            handle.createQuery("""
                            select table_name, column_name from information_schema.columns
                                join information_schema.tables using (table_schema, table_name)
                            where table_schema = current_schema() and table_type = 'BASE TABLE'
                            order by table_name, column_name
                            """).mapToMap().list().forEach(column -> {
                String text = "select cast(" + column.get("column_name") + " as text) from " + column.get("table_name");
                handle.createQuery(text).mapTo(String.class).stream()
                        .filter(value -> value != null && Stream.of(words).anyMatch(value::contains))
                        .forEach(value ->
                                traces.add(column.get("table_name") + "." + column.get("column_name") + ": " + value));
            });
            return traces;
        });
    }

    /** How many posts of that lesson do not show yet what they should. */
    public int pending(Room room) {
        return new Posts(database.jdbi(), "facts").stale(lesson(room).id()).size();
    }

    /** Whatever is leased now, and is not given up, is leased for ever. Locks in the order of those who are at work meanwhile. */
    public void leasesNeverRunOut() {
        database.jdbi().useTransaction(handle -> {
            handle.execute("select from lesson order by id for no key update");
            handle.execute("update post set leased_till = 'infinity' where leased_till is not null");
        });
        database.jdbi()
                .useHandle(handle -> handle.execute("with leased as ("
                        + "select id from draft where leased_till is not null order by id for no key update)"
                        + " update draft set leased_till = 'infinity' from leased where draft.id = leased.id"));
    }

    @Override
    public void close() {
        database.close();
    }
}

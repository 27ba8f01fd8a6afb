package org.lessonbot.store;

import org.lessonbot.chat.Room;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Round;

/** What stands in a test's database, read on connections that no fault of the bot's can touch. */
public final class Facts implements AutoCloseable {
    private final Database database;

    public Facts(TestDatabase server) {
        this.database = Database.open(new Database.Access(server.jdbcUrl(), server.user(), server.password()), 2);
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

    /** How many posts of that lesson do not show yet what they should. */
    public int pending(Room room) {
        return new Posts(database.jdbi(), "facts").stale(lesson(room).id()).size();
    }

    /** Lets every lease on a post run out, as half a minute does. */
    public void endLeases() {
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "update post set leased_till = clock_timestamp() where leased_till is not null"));
    }

    @Override
    public void close() {
        database.close();
    }
}

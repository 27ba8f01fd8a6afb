package org.lessonbot.benchmarks.soak;

import java.util.List;
import java.util.Map;

/** One of the chats, with rooms in it. */
interface Chat extends AutoCloseable {
    /** As rows of lessons have it. */
    String name();

    /** What the program is told to serve this chat. */
    Map<String, String> settings();

    /** Returns once the program hears its people. */
    void connected(Program program) throws InterruptedException;

    /** How many rooms are held at one time. */
    int rooms();

    /** A room with a teacher and so many students, who have not come in yet. */
    Room open(int students) throws InterruptedException;

    /** What the stand-in holds against the program, since it was last asked. */
    List<String> complaints();

    /** How many acts people were told of that they failed, for nobody heard them in time. */
    default long failed() {
        return 0;
    }

    @Override
    void close();

    /**
     * A room in use.
     *
     * @param id as rows of lessons have it
     * @param leave closes it, as people do at the end of a term
     */
    record Room(String id, Seat teacher, List<Seat> students, Runnable leave) {}
}

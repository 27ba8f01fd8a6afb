package org.lessonbot.web;

import io.javalin.http.Context;
import java.util.List;
import org.lessonbot.web.tables.Rooms.Classroom;
import org.lessonbot.web.tables.Topic;

/** Lets open pages of a room follow what is sent there; who is there is known by that. */
final class Following {
    private final Feed feed;
    private final Streams streams;
    private final Attendance attendance;

    Following(Feed feed, Streams streams, Attendance attendance) {
        this.feed = feed;
        this.streams = streams;
        this.attendance = attendance;
    }

    /**
     * Somebody has opened a page.
     *
     * @return whether they had been away
     */
    boolean open(Context ctx, Visitor visitor) {
        boolean wasAway = attendance.comes(visitor);
        streams.open(ctx, feed, Streams.Viewer.of(visitor), visitor.topics());
        attendance.lookSoon(visitor.room().id());
        return wasAway;
    }

    void openBoard(Context ctx, Classroom room) {
        Topic topic = Topic.room(room.id());
        streams.open(ctx, feed, Streams.Viewer.board(room.id()), List.of(topic));
        attendance.lookSoon(room.id());
    }

    /** @param page the one that somebody has closed */
    void leave(Visitor visitor, String page) {
        attendance.leaves(visitor, page);
    }

    /** Whether somebody has a console: whoever came in with the class and was asked to lead too has one for as long. */
    boolean hasConsole(Visitor visitor) {
        return visitor.door() == Door.TEACHER || feed.console(visitor.own()).isPresent();
    }
}

package org.lessonbot.chat;

/** For whom something is drawn. */
public sealed interface Viewer {
    /** Everybody in the channel, and whoever sees the projector. */
    Viewer ROOM = new InRoom();
    /** The teachers' console. It gets projected too: it shows no answers before the reveal. */
    Viewer DESK = new AtDesk();

    static Viewer person(String id) {
        return new One(id);
    }

    record InRoom() implements Viewer {}

    record AtDesk() implements Viewer {}

    /** One person alone. */
    record One(String person) implements Viewer {}
}

package org.lessonbot.web.tables;

/**
 * One audience in one room: a feed of its own.
 *
 * @param audience {@link #ROOM}, {@link #TEACHERS} or a person's id, which is never in capitals
 */
public record Topic(String room, String audience) {
    /** Everybody in the room, and the projector. */
    public static final String ROOM = "ROOM";
    /** The teachers. */
    public static final String TEACHERS = "DESK";

    public static Topic room(String room) {
        return new Topic(room, ROOM);
    }

    public static Topic teachers(String room) {
        return new Topic(room, TEACHERS);
    }
}

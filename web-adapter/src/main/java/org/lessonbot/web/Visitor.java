package org.lessonbot.web;

import java.util.List;
import org.lessonbot.chat.Person;
import org.lessonbot.web.tables.Rooms.Classroom;
import org.lessonbot.web.tables.Topic;

/** Somebody who is in a room, as their session vouches for them. */
record Visitor(Door door, Classroom room, Person person) {
    List<Topic> topics() {
        return door.topics(room.id(), person.id());
    }

    /** What only they see. */
    Topic own() {
        return new Topic(room.id(), person.id());
    }
}

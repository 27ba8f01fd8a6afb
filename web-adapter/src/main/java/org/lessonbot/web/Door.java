package org.lessonbot.web;

import java.util.List;
import org.lessonbot.web.tables.Topic;

/** The two ways into a room, by the addresses of all links that were ever given out. Sessions of the one are worth nothing at the other, even in the same browser. */
enum Door {
    CLASS("/rooms/{room}", "class") {
        @Override
        List<Topic> topics(String room, String person) {
            return List.of(Topic.room(room), new Topic(room, person));
        }
    },
    TEACHER("/rooms/{room}/desk", "desk") {
        @Override
        List<Topic> topics(String room, String person) {
            return List.of(Topic.room(room), new Topic(room, person), Topic.teachers(room));
        }
    };

    private final String path;
    private final String session;

    Door(String path, String session) {
        this.path = path;
        this.session = session;
    }

    /** Its page, with {@code {room}} for the room; what belongs to the page lies below it. */
    String path() {
        return path;
    }

    String path(String room) {
        return path.replace("{room}", room);
    }

    /** The purpose of its sessions, which also names their cookies. */
    String session(String room) {
        return session + "_" + room;
    }

    /** What somebody sees who came in here. */
    abstract List<Topic> topics(String room, String person);
}

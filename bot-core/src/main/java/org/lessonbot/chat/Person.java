package org.lessonbot.chat;

import java.time.ZoneId;
import java.util.Optional;

/**
 * Somebody who acts in a chat, as the platform vouches for them now.
 *
 * @param id the platform's id, stable over the lesson
 * @param name the name the platform shows, as it can be seen; empty if nothing of it can
 * @param leads whether the platform's own rights make this person a teacher in this room
 * @param zone whose clock they go by, where the platform knows it
 */
public record Person(String id, String name, boolean leads, Optional<ZoneId> zone) {
    public Person {
        name = VisibleText.name(name);
    }

    public Person(String id, String name, boolean leads) {
        this(id, name, leads, Optional.empty());
    }
}

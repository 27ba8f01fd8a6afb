package org.lessonbot.discord;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Room;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is missing in rooms: said once to the operator, and once to the teachers, as soon as one of them can be reached. */
final class Complaints {
    private static final Logger log = LoggerFactory.getLogger(Complaints.class);

    private final Consoles consoles;
    private final Set<Complaint> logged = ConcurrentHashMap.newKeySet();
    private final Set<Complaint> told = ConcurrentHashMap.newKeySet();

    private record Complaint(Room room, String about) {}

    Complaints(Consoles consoles) {
        this.consoles = consoles;
    }

    /** @param about what is missing: the same again is said only after it was there */
    void say(Room room, String about, String operator, Message teachers) {
        Complaint complaint = new Complaint(room, about);
        if (logged.add(complaint)) {
            log.warn("{}", operator);
        }
        if (told.add(complaint) && !consoles.tell(room, teachers)) {
            told.remove(complaint);
        }
    }

    /** It is there. */
    void settled(Room room, String about) {
        Complaint complaint = new Complaint(room, about);
        logged.remove(complaint);
        told.remove(complaint);
    }
}

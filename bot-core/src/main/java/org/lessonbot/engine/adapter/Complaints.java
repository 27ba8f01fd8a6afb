package org.lessonbot.engine.adapter;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collections;
import java.util.Set;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Room;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is missing in rooms: said once to the operator, and once to the teachers, as soon as one of them can be reached. Of very many
 * rooms those that nobody complained of lately are forgotten, and complained of once more.
 */
public final class Complaints {
    private static final Logger log = LoggerFactory.getLogger(Complaints.class);
    private static final int MOST = 5_000;

    private final Teachers teachers;
    private final Set<Complaint> logged = few();
    private final Set<Complaint> told = few();

    private record Complaint(Room room, String about) {}

    /** Tells whoever leads in a room something beside their consoles. */
    @FunctionalInterface
    public interface Teachers {
        /** @return whether there was anybody to tell */
        boolean tell(Room room, Message message);
    }

    public Complaints(Teachers teachers) {
        this.teachers = teachers;
    }

    private static Set<Complaint> few() {
        return Collections.newSetFromMap(Caffeine.newBuilder()
                .maximumSize(MOST)
                .<Complaint, Boolean>build()
                .asMap());
    }

    /** @param about what is missing: the same again is said only after it was there */
    public void say(Room room, String about, String operator, Message word) {
        Complaint complaint = new Complaint(room, about);
        if (logged.add(complaint)) {
            log.warn("{}", operator);
        }
        if (told.add(complaint) && !teachers.tell(room, word)) {
            told.remove(complaint);
        }
    }

    /** It is there. */
    public void settled(Room room, String about) {
        Complaint complaint = new Complaint(room, about);
        logged.remove(complaint);
        told.remove(complaint);
    }
}

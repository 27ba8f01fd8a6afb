package org.lessonbot.lesson;

import java.util.List;
import org.lessonbot.plan.Pairing;

/**
 * A pair, a trio where the class is odd, or one latecomer who waits for the next.
 *
 * @param number from 1 within its pairing
 * @param members ids of the people in it now
 */
public record Group(Pairing pairing, int number, List<String> members) {
    public Group {
        members = List.copyOf(members);
    }

    /** Under which owner the group's shared entries stand. */
    public String owner() {
        return owner(number);
    }

    public static String owner(int number) {
        return "pair:" + number;
    }

    public boolean has(String person) {
        return members.contains(person);
    }
}

package org.lessonbot.lesson;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
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

    /** This group with more people behind those who are in it. */
    Group with(Collection<String> more) {
        return new Group(
                pairing,
                number,
                Stream.concat(members.stream(), more.stream()).distinct().toList());
    }

    Group without(Collection<String> people) {
        return new Group(
                pairing,
                number,
                members.stream().filter(one -> !people.contains(one)).toList());
    }

    public boolean has(String person) {
        return members.contains(person);
    }
}

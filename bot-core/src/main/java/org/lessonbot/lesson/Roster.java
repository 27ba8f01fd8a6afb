package org.lessonbot.lesson;

import java.util.List;
import java.util.Optional;
import org.lessonbot.plan.Pairing;

/**
 * Who takes part, and who works with whom.
 *
 * @param groups all there ever were; one whose members have all left is empty, and its number is not given again
 */
public record Roster(List<Participant> participants, List<Group> groups) {
    public static final Roster EMPTY = new Roster(List.of(), List.of());

    public Roster {
        participants = List.copyOf(participants);
        groups = List.copyOf(groups);
    }

    /** The students who are there. */
    public List<Participant> students() {
        return participants.stream()
                .filter(one -> one.present() && one.role() == Participant.Role.STUDENT)
                .toList();
    }

    public Optional<Participant> participant(String person) {
        return participants.stream().filter(one -> one.id().equals(person)).findFirst();
    }

    /** Who is called so: one person, or none; several only where a lesson was begun before names were one person's each. */
    public List<Participant> called(String name) {
        return participants.stream().filter(one -> one.isCalled(name)).toList();
    }

    public boolean teaches(String person) {
        return participant(person)
                .filter(one -> one.role() == Participant.Role.TEACHER)
                .isPresent();
    }

    /** The name shown, or the empty string for somebody who is not in the lesson. */
    public String name(String person) {
        return participant(person).map(Participant::name).orElse("");
    }

    /** The groups of one pairing that have anybody in them, by number. */
    public List<Group> groups(Pairing pairing) {
        return groups.stream()
                .filter(group -> group.pairing() == pairing && !group.members().isEmpty())
                .toList();
    }

    public Optional<Group> group(Pairing pairing, String person) {
        return groups(pairing).stream().filter(group -> group.has(person)).findFirst();
    }

    /** The others in this person's group; empty while they wait for one. */
    public List<String> partners(Pairing pairing, String person) {
        return group(pairing, person).stream()
                .flatMap(group -> group.members().stream())
                .filter(member -> !member.equals(person))
                .toList();
    }
}

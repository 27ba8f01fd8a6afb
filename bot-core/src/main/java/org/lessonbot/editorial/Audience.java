package org.lessonbot.editorial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Entry;
import org.lessonbot.lesson.Group;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Roster;
import org.lessonbot.lesson.Round;
import org.lessonbot.plan.Step;

/**
 * A class that an item is shown to.
 *
 * @param students how many; they sit in groups of three
 * @param name what each is called
 */
public record Audience(int students, String name) {
    /** Nobody has come yet. */
    public static final Audience NOBODY = new Audience(0, "");
    /** More people, with longer names, than any class has: what fits for them fits for everybody. */
    public static final Audience CROWD = new Audience(300, "W".repeat(30));

    private static final int GROUP = 3;

    /** One of the class. */
    static String person(int number) {
        return "person-" + number;
    }

    Roster roster(Step step) {
        List<Participant> participants = new ArrayList<>();
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < students; i++) {
            participants.add(new Participant(person(i), name, Participant.Role.STUDENT, true, Instant.EPOCH));
            if (i % GROUP == GROUP - 1) {
                groups.add(
                        new Group(step.pairing(), groups.size() + 1, List.of(person(i - 2), person(i - 1), person(i))));
            }
        }
        return new Roster(participants, groups);
    }

    /** Everybody has answered; the answers are spread over all choices. */
    Entries answers(Round round, List<String> fields, List<String> choices) {
        List<Entry> entries = new ArrayList<>();
        for (String field : fields) {
            for (int i = 0; i < students; i++) {
                String choice = choices.get(i % choices.size());
                entries.add(
                        new Entry(round.step(), round.number(), person(i), field, choice, person(i), Instant.EPOCH));
            }
        }
        return new Entries(entries);
    }
}

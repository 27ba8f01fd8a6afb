package org.lessonbot.lesson;

import java.util.List;

/**
 * Everything that is kept of one lesson.
 *
 * @param rounds in the order in which they were opened
 * @param secret what pseudonyms are made with; it is never given away
 */
public record Dossier(Lesson lesson, Roster roster, List<Round> rounds, Entries entries, String secret) {
    public Dossier {
        rounds = List.copyOf(rounds);
    }

    @Override
    public String toString() {
        return "Dossier[lesson=" + lesson.id() + "]";
    }
}

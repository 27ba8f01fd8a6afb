package org.lessonbot.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lessonbot.lesson.Dossier;
import org.lessonbot.lesson.Entry;
import org.lessonbot.lesson.Round;

/**
 * How classes voted on one preference item.
 *
 * @param item its id
 * @param classes the first votes of each class that voted on it, never empty
 */
public record ItemVotes(String item, List<Tally<String>> classes) {
    private static final String VOTE = "vote";

    public ItemVotes {
        classes = List.copyOf(classes);
    }

    /** Of all items that these lessons voted on, by id. */
    public static List<ItemVotes> of(Collection<Dossier> lessons) {
        Map<String, List<Tally<String>>> items = new TreeMap<>();
        for (Dossier lesson : lessons) {
            for (Round round : lesson.rounds()) {
                Tally<String> votes = votes(lesson, round);
                if (votes.total() > 0) {
                    items.computeIfAbsent(ExportedLesson.item(round), first -> new ArrayList<>())
                            .add(votes);
                }
            }
        }
        return items.entrySet().stream()
                .map(item -> new ItemVotes(item.getKey(), item.getValue()))
                .toList();
    }

    private static Tally<String> votes(Dossier lesson, Round round) {
        return Tally.of(lesson.entries().round(round.step(), round.number()).all().stream()
                .filter(entry -> entry.field().equals(VOTE) && !entry.value().isEmpty())
                .map(Entry::value)
                .toList());
    }

    /** How many people voted. */
    public long votes() {
        return classes.stream().mapToLong(Tally::total).sum();
    }

    /** What each class chose, one vote a class; a class that was even has none. */
    public Consensus<String> verdicts() {
        return Consensus.ofClasses(classes);
    }
}

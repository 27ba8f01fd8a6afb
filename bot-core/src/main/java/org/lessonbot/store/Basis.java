package org.lessonbot.store;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Entry;
import org.lessonbot.plan.Pairing;

/**
 * What somebody's act was judged by, beside the phase of its round: if it is otherwise when the act is written, nothing of it
 * is. So whoever judges may go by memory; that can cost a second look, never a wrong answer.
 *
 * @param seat the place of whoever acts; absent for a teacher, who needs none
 * @param kept what each of these owners has entered in the round, by owner
 * @param moves the version by which the round is known to be in the phase that is written into: where the lesson has not moved since,
 *     it need not be looked at; absent if it is not known
 */
public record Basis(Optional<Seat> seat, Map<String, Entries> kept, OptionalLong moves) {
    /** Whatever holds. */
    public static final Basis NONE = new Basis(Optional.empty(), Map.of(), OptionalLong.empty());

    public Basis {
        kept = Map.copyOf(kept);
    }

    /**
     * A student who is there.
     *
     * @param group the number of their group in this pairing; zero while they have none
     * @param roster the version by which that is known: where it is still the same, nobody has to be looked for
     */
    public record Seat(Pairing pairing, int group, long roster) {}

    /** Whose entries they are, for PostgreSQL's {@code string_to_array}. */
    String owners() {
        return String.join("\2", kept.keySet());
    }

    /** The entries in a form that is compared with the same made by PostgreSQL. */
    String state() {
        return kept.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(owner -> owner.getValue().all().stream()
                        .sorted(Comparator.comparing(Entry::field))
                        .map(entry -> owner.getKey() + '\3' + entry.field() + '\1' + entry.value()))
                .collect(Collectors.joining("\2"));
    }
}

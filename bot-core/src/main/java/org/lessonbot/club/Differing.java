package org.lessonbot.club;

import com.ibm.icu.text.BreakIterator;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Reason;
import org.lessonbot.lesson.ShownReason;

/**
 * Whose reason for another answer somebody is shown once their own answer is sealed.
 *
 * <p>The first one they were shown stays theirs, as long as it may be shown at all. Else it is the one shown least often so far, so
 * that no reason counts for more because it came first; of equals any, but always the same for the same person.
 *
 * <p>A reason that was prepared gives way once {@link #REAL} people have given one for the same answer: then, and not before, theirs
 * are shown, so that nobody is known by their reason. Where none was prepared, theirs are shown once {@link Lesson#ENOUGH} have
 * answered.
 *
 * @param reasons of the round, by people who take part and prepared ones
 * @param answered how many have answered in the round
 * @param shown in the round so far, to anybody
 */
public record Differing(Lesson lesson, List<Reason> reasons, int answered, List<ShownReason> shown) {
    /** By so many people's reasons a prepared one is replaced. */
    public static final int REAL = 3;

    /** So many different words at least make a reason; "because", "idk" and "no no no" are none. */
    private static final int WORDS = 3;

    public Differing {
        reasons = reasons.stream().filter(reason -> isOne(reason.text())).toList();
        shown = List.copyOf(shown);
    }

    /** Whether a text is long enough to be a reason. Words are told apart as each script does (UAX 29, with dictionaries). */
    public static boolean isOne(String text) {
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        Set<String> different = new HashSet<>();
        int from = words.first();
        for (int to = words.next(); to != BreakIterator.DONE; to = words.next()) {
            if (words.getRuleStatus() >= BreakIterator.WORD_NONE_LIMIT) {
                different.add(text.substring(from, to).toLowerCase(Locale.ROOT));
            }
            from = to;
        }
        return different.size() >= WORDS;
    }

    /** Whether this one is among those that are shown to others, or was shown to anybody. */
    public boolean isRead(Reason reason) {
        return times(reason) > 0 || reasons.contains(reason) && hasItsTurn(reason);
    }

    /** To how many it was shown. */
    public int readers(Reason reason) {
        return (int) times(reason);
    }

    /** @param answer the viewer's own, sealed */
    public Optional<Reason> to(String viewer, String answer) {
        List<Reason> others = reasons.stream()
                .filter(reason ->
                        !reason.answer().equals(answer) && !reason.owner().equals(viewer))
                .toList();
        Optional<ShownReason> first =
                shown.stream().filter(one -> one.viewer().equals(viewer)).findFirst();
        Optional<Reason> kept =
                first.flatMap(one -> others.stream().filter(one::is).findFirst());
        return kept.isPresent() ? kept : fresh(others, viewer);
    }

    private Optional<Reason> fresh(List<Reason> others, String viewer) {
        Map<Reason, Long> times =
                others.stream().collect(Collectors.toMap(reason -> reason, this::times, (one, same) -> one));
        return others.stream()
                .filter(this::hasItsTurn)
                .min(Comparator.<Reason>comparingLong(reason -> times.getOrDefault(reason, 0L))
                        .thenComparingInt(reason -> lot(reason, viewer))
                        .thenComparing(Reason::owner)
                        .thenComparing(Reason::answer));
    }

    /** Whether reasons of its kind, prepared or not, are shown for its answer now. */
    private boolean hasItsTurn(Reason reason) {
        List<Reason> same = reasons.stream()
                .filter(one -> one.answer().equals(reason.answer()))
                .toList();
        boolean real = same.stream().filter(one -> !one.prepared()).count() >= REAL
                || same.stream().noneMatch(Reason::prepared) && lesson.mayCount(answered);
        return real != reason.prepared();
    }

    private long times(Reason reason) {
        return shown.stream().filter(one -> one.is(reason)).count();
    }

    /** As good as drawn, and the same at every look. */
    private int lot(Reason reason, String viewer) {
        int hash = Objects.hash(lesson.seed(), viewer, reason.owner(), reason.answer()) * 0x9E3779B9;
        return hash ^ hash >>> 15;
    }
}

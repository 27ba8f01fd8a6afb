package org.lessonbot.activity.shift;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Entry;

/**
 * How people rated: how fast at the beginning and at the end, and how often they agreed with themselves.
 *
 * @param early seconds that half of the people needed at most for a rating in the first half of theirs; nothing if nobody made four
 * @param late the same in the second half
 * @param same of how many of {@code again} pairs that came twice somebody chose the same response
 */
record Pace(int ratings, int people, OptionalLong early, OptionalLong late, int same, int again) {
    /** With fewer ratings, halves say nothing. */
    private static final int FEWEST = 4;

    /** Whoever needed longer did something else meanwhile. */
    private static final Duration AWAY = Duration.ofMinutes(2);

    /** @param ratings of everybody, or of one person, in the order in which they counted */
    static Pace of(Entries ratings) {
        var people = ratings.all().stream().collect(Collectors.groupingBy(Entry::owner));
        List<Double> early = new ArrayList<>();
        List<Double> late = new ArrayList<>();
        int same = 0;
        int again = 0;
        for (List<Entry> theirs : people.values()) {
            if (theirs.size() >= FEWEST) {
                mean(theirs.subList(0, theirs.size() / 2 + 1), early);
                mean(theirs.subList(theirs.size() / 2, theirs.size()), late);
            }
            for (Entry entry : theirs) {
                if (entry.field().startsWith(Rater.AGAIN)) {
                    again++;
                    String first = Rater.FIRST + entry.field().substring(Rater.AGAIN.length());
                    same += theirs.stream()
                                    .anyMatch(other -> other.field().equals(first)
                                            && other.value().equals(entry.value()))
                            ? 1
                            : 0;
                }
            }
        }
        return new Pace(ratings.size(), people.size(), median(early), median(late), same, again);
    }

    private static void mean(List<Entry> ratings, List<Double> means) {
        List<Duration> gaps = new ArrayList<>();
        for (int i = 1; i < ratings.size(); i++) {
            Duration gap =
                    Duration.between(ratings.get(i - 1).at(), ratings.get(i).at());
            if (gap.compareTo(AWAY) <= 0) {
                gaps.add(gap);
            }
        }
        gaps.stream().mapToLong(Duration::toMillis).average().ifPresent(mean -> means.add(mean / 1000));
    }

    private static OptionalLong median(List<Double> seconds) {
        return seconds.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(
                        1, Math.round(seconds.stream().sorted().toList().get(seconds.size() / 2))));
    }
}

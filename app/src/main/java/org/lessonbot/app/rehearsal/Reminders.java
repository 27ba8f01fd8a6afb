package org.lessonbot.app.rehearsal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.lessonbot.lesson.Reminder;
import org.lessonbot.lesson.Stop;

/** Holds the reminders that were sent against what a person may be spared. */
record Reminders(List<Sent> all) {
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime EVENING = LocalTime.of(21, 0);

    Reminders {
        all = List.copyOf(all);
    }

    /** One that reached somebody. */
    record Sent(Member to, int stretch, Instant at) {}

    /** Those that a club's lesson had, by the ids of the members. */
    static Reminders of(Map<String, List<Reminder>> reminders, Map<String, Member> members) {
        return new Reminders(members.entrySet().stream()
                .flatMap(member -> reminders.getOrDefault(member.getKey(), List.of()).stream()
                        .map(one -> new Sent(member.getValue(), one.stretch(), one.at())))
                .toList());
    }

    /**
     * What falls due at the moment of a visit is done before the visit, so whoever finished in that very moment was rightly reminded.
     *
     * @param stops the rounds of a stretch
     */
    int toFinished(IntFunction<List<Stop>> stops) {
        return count(sent -> stops.apply(sent.stretch()).stream()
                        .allMatch(stop -> sent.to()
                                .through(stop)
                                .filter(sent.at()::isAfter)
                                .isPresent())
                ? 1
                : 0);
    }

    int inQuietHours() {
        return count(sent -> {
            LocalTime there = LocalTime.ofInstant(sent.at(), sent.to().zone());
            return there.isBefore(MORNING) || !there.isBefore(EVENING) ? 1 : 0;
        });
    }

    int twiceADay() {
        Set<List<Object>> days = new HashSet<>();
        return count(sent -> days.add(List.of(
                        sent.to(), LocalDate.ofInstant(sent.at(), sent.to().zone())))
                ? 0
                : 1);
    }

    private int count(ToIntFunction<Sent> one) {
        return all.stream().mapToInt(one).sum();
    }
}

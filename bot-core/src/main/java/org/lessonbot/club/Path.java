package org.lessonbot.club;

import java.util.List;
import java.util.Optional;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Progress;
import org.lessonbot.lesson.Roster;
import org.lessonbot.lesson.Round;
import org.lessonbot.lesson.Stop;
import org.lessonbot.plan.LessonPlan;

/**
 * The way of a club through its lesson: all rounds of the stretches that have begun, one after another. Somebody who comes late
 * takes the same way. What a class was led through before it finished later is not on it.
 *
 * @param rounds in the order in which they were opened
 */
public record Path(LessonPlan plan, List<Round> rounds, Progress progress) {
    public Path {
        rounds = rounds.stream().filter(round -> !round.led()).toList();
    }

    /** Where somebody is: the first round that they are not through with. Nothing if they are through with all there is yet. */
    public Optional<Stop> next(String person) {
        return rounds.stream()
                .map(Stop::of)
                .filter(stop -> !progress.has(person, stop))
                .findFirst();
    }

    /** How many are through with a round. */
    public int through(Stop stop) {
        return (int) progress.passed().values().stream()
                .filter(stops -> stops.contains(stop))
                .count();
    }

    /** The rounds of a stretch, in order; none before it has begun. */
    public List<Stop> stops(int stretch) {
        return rounds.stream()
                .filter(round -> plan.stretchOf(round.step()) == stretch)
                .map(Stop::of)
                .toList();
    }

    /** Whether somebody has done all of a stretch that has begun; who has answered its last round need not go on from it. */
    public boolean hasFinished(String person, int stretch) {
        List<Stop> stops = stops(stretch);
        return !stops.isEmpty() && stops.stream().allMatch(stop -> progress.hasDone(person, stop));
    }

    /** Whether somebody has done anything of a stretch. */
    public boolean hasBegun(String person, int stretch) {
        return stops(stretch).stream().anyMatch(stop -> progress.hasDone(person, stop));
    }

    /** The students who have done all of a stretch. */
    public List<Participant> finished(Roster roster, int stretch) {
        return roster.students().stream()
                .filter(student -> hasFinished(student.id(), stretch))
                .toList();
    }

    /** Whether there are students, and all have done all of a stretch. */
    public boolean allFinished(Roster roster, int stretch) {
        List<Participant> students = roster.students();
        return !students.isEmpty() && students.stream().allMatch(student -> hasFinished(student.id(), stretch));
    }

    /** The students who have begun a stretch and not finished it. */
    public List<Participant> underWay(Roster roster, int stretch) {
        return roster.students().stream()
                .filter(student -> hasBegun(student.id(), stretch) && !hasFinished(student.id(), stretch))
                .toList();
    }

    /** The students who have not begun a stretch. */
    public List<Participant> notBegun(Roster roster, int stretch) {
        return roster.students().stream()
                .filter(student -> !hasBegun(student.id(), stretch))
                .toList();
    }
}

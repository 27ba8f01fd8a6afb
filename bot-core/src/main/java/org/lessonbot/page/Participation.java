package org.lessonbot.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lessonbot.activity.Activities;
import org.lessonbot.activity.Revealing;
import org.lessonbot.lesson.Entry;
import org.lessonbot.lesson.Group;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Round;
import org.lessonbot.lesson.Stop;
import org.lessonbot.plan.Step;

/** Who did how much, in counts: what they answered stands elsewhere and without them. */
record Participation(LessonFacts facts) {

    /** The steps in which students entered anything, in their order. */
    List<Step> steps() {
        Set<String> entered = facts.dossier().entries().all().stream()
                .filter(entry -> !facts.roster().teaches(entry.person()))
                .map(Entry::step)
                .collect(Collectors.toSet());
        return facts.plan().steps().stream()
                .filter(step -> entered.contains(step.id()))
                .toList();
    }

    /** How many rounds a step had. */
    long rounds(Step step) {
        return facts.dossier().rounds().stream()
                .filter(round -> round.step().equals(step.id()))
                .count();
    }

    /** How many answered fewer than half of the rounds that ask everybody for an answer and were opened after they came. */
    long seldom() {
        return facts.students().stream().filter(this::isSeldom).count();
    }

    private boolean isSeldom(Participant student) {
        List<Stop> asked = facts.dossier().rounds().stream()
                .filter(round -> Activities.of(facts.step(round).activity()) instanceof Revealing<?, ?>)
                .filter(round -> facts.lesson().isClub() || !round.openedAt().isBefore(student.joinedAt()))
                .filter(round -> !round.led() || !facts.lesson().isClub())
                .map(Stop::of)
                .toList();
        Set<Stop> there = entered(student);
        return 2 * asked.stream().filter(there::contains).count() < asked.size();
    }

    /** The rounds in which somebody entered something, alone or with their partner. */
    private Set<Stop> entered(Participant student) {
        Set<String> owners = facts.roster().groups().stream()
                .filter(group -> group.has(student.id()))
                .map(Group::owner)
                .collect(Collectors.toSet());
        return facts.dossier().entries().all().stream()
                .filter(entry -> entry.owner().equals(student.id())
                        || entry.person().equals(student.id())
                        || owners.contains(entry.owner()) && shares(entry, student))
                .map(entry -> new Stop(entry.step(), entry.round()))
                .collect(Collectors.toSet());
    }

    private boolean shares(Entry entry, Participant student) {
        return facts.plan().step(entry.step()).stream()
                .flatMap(step -> facts.roster().group(step.pairing(), student.id()).stream())
                .anyMatch(group -> group.owner().equals(entry.owner()));
    }

    /** A row a student: how they are called here, when they came, and how much they did at each step. */
    String html() {
        List<Step> steps = steps();
        List<String> columns = new ArrayList<>(List.of(facts.say("report.person"), facts.say("report.came")));
        steps.forEach(step -> columns.add(step.title()));
        String pattern = facts.lesson().isClub() ? "report.day" : "report.clock";
        List<List<String>> rows = facts.students().stream()
                .sorted(Comparator.comparing(Participant::joinedAt).thenComparing(Participant::id))
                .map(student -> {
                    List<String> row =
                            new ArrayList<>(List.of(student.name(), facts.said(student.joinedAt(), pattern)));
                    Map<String, Long> entered =
                            entered(student).stream().collect(Collectors.groupingBy(Stop::step, Collectors.counting()));
                    steps.forEach(
                            step -> row.add(facts.say("report.of", entered.getOrDefault(step.id(), 0L), rounds(step))));
                    return row;
                })
                .toList();
        return Html.table("people", "", columns, rows);
    }

    /** How many rounds were opened that everybody was asked to answer. */
    static boolean asks(LessonFacts facts, Round round) {
        return Activities.of(facts.step(round).activity()) instanceof Revealing<?, ?>;
    }
}

package org.lessonbot.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lessonbot.activity.Dealt;
import org.lessonbot.activity.Parts;
import org.lessonbot.activity.preference.Preference;
import org.lessonbot.activity.preference.PreferenceDeal;
import org.lessonbot.lesson.Round;
import org.lessonbot.plan.Step;
import org.lessonbot.report.Consensus;
import org.lessonbot.report.ItemVotes;
import org.lessonbot.report.Share;
import org.lessonbot.report.Tally;

/** What whoever leads may do otherwise next time, by what this lesson shows: its times, its items, who answered. */
record NextTime(LessonFacts facts, Timings timings, Map<String, ItemVotes> votes) {
    /** Minutes by which a step may be longer or shorter than planned before it is worth a word. */
    private static final int WORTH_A_WORD = 2;

    private static final int FEWEST_VOTES = 5;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        facts.plan().steps().stream().flatMap(step -> time(step).stream()).forEach(lines::add);
        notReached().ifPresent(lines::add);
        facts.shown(PreferenceDeal.class, Preference.VOTE).stream()
                .flatMap(dealt -> agreed(dealt).stream())
                .forEach(lines::add);
        long seldom = new Participation(facts).seldom();
        if (seldom > 0) {
            lines.add(facts.say("report.next.seldom", seldom, facts.students().size()));
        }
        return lines;
    }

    private Optional<String> time(Step step) {
        long over = timings.minutes(step.id()) - step.minutes();
        boolean here = facts.goesOn() && facts.lesson().step().equals(step.id());
        if (step.minutes() == 0 || !timings.has(step.id()) || here && over < WORTH_A_WORD) {
            return Optional.empty();
        }
        long opened = facts.dossier().rounds().stream()
                .filter(round -> round.step().equals(step.id()))
                .count();
        if (over >= WORTH_A_WORD) {
            return Optional.of(facts.say(
                    opened > step.rounds() ? "report.next.over-more" : "report.next.over",
                    step.title(),
                    timings.minutes(step.id()),
                    step.minutes(),
                    opened,
                    step.rounds()));
        }
        return opened < step.rounds() && step.rounds() > 1 && !here
                ? Optional.of(facts.say("report.next.fewer", step.title(), opened, step.rounds()))
                : Optional.empty();
    }

    /** The steps that the lesson never came to, once it is over. */
    private Optional<String> notReached() {
        List<String> opened = facts.dossier().rounds().stream().map(Round::step).toList();
        List<String> missing = facts.plan().steps().stream()
                .filter(step -> !opened.contains(step.id()))
                .map(Step::title)
                .toList();
        return facts.goesOn() || missing.isEmpty()
                ? Optional.empty()
                : Optional.of(facts.say("report.next.missed", missing.size(), String.join(", ", missing)));
    }

    /** An item that divides nobody: disagreement is what it is for. */
    private Optional<String> agreed(Dealt<PreferenceDeal> dealt) {
        Tally<String> here =
                Tally.of(facts.of(dealt.round()).byOwner(Preference.VOTE).values());
        String prompt = Parts.title(dealt.deal().item().prompt());
        ItemVotes all = votes.get(dealt.deal().item().id());
        if (all != null && all.verdicts().retires()) {
            return Optional.of(
                    facts.say("report.next.retire", prompt, all.classes().size()));
        }
        double most = new Consensus<>(here).modalShare().orElse(0);
        return here.total() < FEWEST_VOTES || most <= Consensus.RETIRES_ABOVE
                ? Optional.empty()
                : Optional.of(facts.say("report.next.agreed", prompt, Share.percent(most)));
    }
}

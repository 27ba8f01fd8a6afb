package org.lessonbot.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lessonbot.activity.Dealt;
import org.lessonbot.activity.preference.Preference;
import org.lessonbot.activity.preference.PreferenceDeal;
import org.lessonbot.activity.stagematch.StageContent;
import org.lessonbot.activity.stagematch.StageDeal;
import org.lessonbot.activity.stagematch.StageMatch;
import org.lessonbot.chat.Block;
import org.lessonbot.lesson.Entries;
import org.lessonbot.picture.BarChart;
import org.lessonbot.picture.HeatMap;
import org.lessonbot.picture.Picture;
import org.lessonbot.picture.Said;
import org.lessonbot.picture.Scale;
import org.lessonbot.report.Consensus;
import org.lessonbot.report.Tally;
import org.lessonbot.report.WilsonInterval;

/** Pictures that say of a whole lesson what its class did, of what was revealed in it. */
record ClassPictures(LessonFacts facts) {

    /** What was taken for what, as the close shows it; nothing if nobody guessed, or too few to say. */
    Optional<Picture> confused() {
        return facts.closing().stream()
                .flatMap(close -> close.room().blocks().stream())
                .filter(block -> block instanceof Block.Figure)
                .map(block -> ((Block.Figure) block).picture())
                .filter(HeatMap.class::isInstance)
                .findFirst();
    }

    /** How often each stage was recognised when it was shown; nothing if nobody guessed. */
    Optional<Picture> recognised() {
        List<Dealt<StageDeal>> rounds = facts.shown(StageDeal.class, StageMatch.GUESS);
        if (rounds.isEmpty() || !(facts.step(rounds.get(0).round()).content() instanceof StageContent content)) {
            return Optional.empty();
        }
        List<BarChart.Bar> bars = new ArrayList<>();
        for (StageContent.Stage stage : content.stages()) {
            long right = 0;
            long guesses = 0;
            for (Dealt<StageDeal> round : rounds) {
                if (round.deal().shown().equals(stage.id())) {
                    Entries here = facts.of(round.round());
                    right += here.count(StageMatch.GUESS, stage.id());
                    guesses += here.field(StageMatch.GUESS).size();
                }
            }
            bar(stage.name(), right, guesses).ifPresent(bars::add);
        }
        double chance = 1.0 / content.stages().size();
        return bars.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        chart(facts.say("handout.recognised"), bars, Scale.parts(chance, facts.say("handout.blind"))));
    }

    private Optional<BarChart.Bar> bar(String label, long some, long all) {
        return WilsonInterval.of(some, all)
                .map(range -> BarChart.Bar.of(label, facts.say("report.of", some, all), (double) some / all)
                        .range(range.low(), range.high()));
    }

    /** The pair about which people were most divided; nothing if nobody voted. */
    Optional<Dealt<PreferenceDeal>> mostDivided() {
        return facts.shown(PreferenceDeal.class, Preference.VOTE).stream()
                .filter(round -> votes(round).total() > 0)
                .min(Comparator.comparingDouble((Dealt<PreferenceDeal> round) ->
                                new Consensus<>(votes(round)).modalShare().orElse(1))
                        .thenComparing(round -> -votes(round).total()));
    }

    /** How people chose between two responses. */
    Picture chosen(Dealt<PreferenceDeal> round, String title) {
        Tally<String> votes = votes(round);
        PreferenceDeal deal = round.deal();
        List<BarChart.Bar> bars = List.of(deal.a(), deal.b(), Preference.TIE).stream()
                .map(choice -> BarChart.Bar.of(
                        choice.equals(Preference.TIE) ? facts.say("preference.tie") : deal.name(choice),
                        facts.say("report.of", votes.count(choice), votes.total()),
                        votes.total() == 0 ? 0 : (double) votes.count(choice) / votes.total()))
                .toList();
        return chart(title, bars, Scale.parts());
    }

    private Tally<String> votes(Dealt<PreferenceDeal> round) {
        return Tally.of(facts.of(round.round()).byOwner(Preference.VOTE).values());
    }

    private BarChart chart(String title, List<BarChart.Bar> bars, Scale scale) {
        List<List<String>> rows =
                bars.stream().map(bar -> List.of(bar.label(), bar.figure())).toList();
        String alt = rows.stream().map(row -> String.join(" ", row)).collect(Collectors.joining(", "));
        boolean ranges = bars.stream().anyMatch(bar -> bar.range().isPresent());
        return new BarChart(
                new Said(title, alt, List.of(facts.say("report.answer"), facts.say("report.answered")), rows),
                bars,
                scale,
                ranges ? facts.say("report.range") : "");
    }
}

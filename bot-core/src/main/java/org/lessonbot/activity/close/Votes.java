package org.lessonbot.activity.close;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lessonbot.activity.Dealt;
import org.lessonbot.activity.OwnItem;
import org.lessonbot.activity.Scene;
import org.lessonbot.activity.preference.Preference;
import org.lessonbot.activity.preference.PreferenceDeal;
import org.lessonbot.lesson.Entries;
import org.lessonbot.plan.Pairing;
import org.lessonbot.report.BradleyTerry;
import org.lessonbot.report.Contest;
import org.lessonbot.report.KrippendorffAlpha;
import org.lessonbot.report.LengthBias;
import org.lessonbot.report.PositionBias;
import org.lessonbot.report.RawAgreement;
import org.lessonbot.report.Shift;
import org.lessonbot.report.Tally;
import org.lessonbot.report.WinRates;

/**
 * How the class voted in Preference Rater.
 *
 * @param agreement of everybody with everybody
 * @param partners of people with their partners
 * @param strengths of values that recur, where they can be fitted
 * @param names of the values, by key
 * @param moved how many chose otherwise after talking, of {@code again} who chose again
 */
record Votes(
        RawAgreement agreement,
        RawAgreement partners,
        KrippendorffAlpha alpha,
        WinRates<String> wins,
        BradleyTerry<String> strengths,
        Map<String, String> names,
        PositionBias position,
        LengthBias length,
        long moved,
        long again) {

    /** Of these rounds; nothing if nobody voted in any. */
    static Optional<Votes> of(Scene<?, ?> scene, List<Dealt<PreferenceDeal>> rounds) {
        List<Tally<String>> tallies = new ArrayList<>();
        List<Contest<String>> contests = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        PositionBias position = PositionBias.NONE;
        LengthBias length = LengthBias.NONE;
        RawAgreement partners = RawAgreement.NONE;
        long moved = 0;
        long again = 0;
        for (Dealt<PreferenceDeal> round : rounds) {
            PreferenceDeal deal = round.deal();
            Entries here = scene.of(round);
            Map<String, String> byPerson = here.byOwner(Preference.VOTE);
            Tally<String> votes = Tally.of(byPerson.values());
            partners = partners.plus(RawAgreement.withinGroups(groups(scene, round, byPerson), byPerson));
            long forA = votes.count(deal.a());
            long forB = votes.count(deal.b());
            tallies.add(votes);
            // A prompt that the teacher typed has values of its own, which recur nowhere.
            if (!deal.item().request().equals(OwnItem.REQUEST)) {
                contests.add(new Contest<>(deal.a(), deal.b(), forA, forB, votes.count(Preference.TIE)));
            }
            names.put(deal.a(), deal.name(deal.a()));
            names.put(deal.b(), deal.name(deal.b()));
            position = position.plus(new PositionBias(forA, forB));
            length = length.plus(LengthBias.of(characters(deal, deal.a()), characters(deal, deal.b()), forA, forB));
            Shift<String> shift = Shift.between(byPerson, here.byOwner(Preference.REVOTE));
            if (scene.lesson().mayCount((int) shift.total())) {
                moved += shift.moved();
                again += shift.total();
            }
        }
        if (tallies.stream().allMatch(tally -> tally.total() == 0)) {
            return Optional.empty();
        }
        return Optional.of(new Votes(
                RawAgreement.over(tallies),
                partners,
                KrippendorffAlpha.of(tallies),
                WinRates.of(contests),
                BradleyTerry.of(contests),
                names,
                position,
                length,
                moved,
                again));
    }

    /**
     * Who works with whom now, of those who voted; a vote of somebody who has changed pairs is set against their new partner's.
     * None where they are too few to say.
     */
    private static List<List<String>> groups(Scene<?, ?> scene, Dealt<?> round, Map<String, String> votes) {
        Pairing pairing = scene.plan().step(round.round().step()).orElseThrow().pairing();
        List<List<String>> groups = scene.roster().groups(pairing).stream()
                .map(group ->
                        group.members().stream().filter(votes::containsKey).toList())
                .filter(voters -> voters.size() > 1)
                .toList();
        int people = groups.stream().mapToInt(List::size).sum();
        return scene.lesson().mayCount(people) ? groups : List.of();
    }

    String name(String value) {
        return names.getOrDefault(value, value);
    }

    private static long characters(PreferenceDeal deal, String value) {
        return deal.item().response(value).text().length();
    }
}

package org.lessonbot.activity.discussion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lessonbot.activity.Dealt;
import org.lessonbot.activity.preference.Preference;
import org.lessonbot.activity.preference.PreferenceDeal;
import org.lessonbot.lesson.Entries;
import org.lessonbot.report.Consensus;
import org.lessonbot.report.Tally;

/** Finds the votes of Preference Rater over which the class was most divided. */
final class Splits {
    private static final int SHOWN = 2;

    private Splits() {}

    /** @param entries in which the votes of these rounds are */
    static List<DiscussionDeal.Split> of(List<Dealt<PreferenceDeal>> rounds, Entries entries) {
        Map<Dealt<PreferenceDeal>, Tally<String>> votes = new LinkedHashMap<>();
        for (Dealt<PreferenceDeal> dealt : rounds) {
            Tally<String> tally = Tally.of(votes(dealt, entries).stream()
                    .filter(vote -> !vote.equals(Preference.TIE))
                    .toList());
            if (tally.total() > 0) {
                votes.put(dealt, tally);
            }
        }
        return Consensus.mostSplitFirst(votes).stream()
                .limit(SHOWN)
                .map(dealt -> split(dealt.deal(), votes.getOrDefault(dealt, Tally.empty())))
                .toList();
    }

    static List<String> votes(Dealt<?> dealt, Entries entries) {
        return List.copyOf(entries.round(dealt.round().step(), dealt.round().number())
                .byOwner(Preference.VOTE)
                .values());
    }

    private static DiscussionDeal.Split split(PreferenceDeal deal, Tally<String> votes) {
        return new DiscussionDeal.Split(
                deal.item().prompt(), deal.name(deal.a()), (int) votes.count(deal.a()), deal.name(deal.b()), (int)
                        votes.count(deal.b()));
    }
}

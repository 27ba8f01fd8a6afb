package org.lessonbot.activity.discussion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lessonbot.activity.Dealing;
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

    static List<DiscussionDeal.Split> of(Dealing<?, ?> dealing) {
        Map<Dealt<PreferenceDeal>, Tally<String>> votes = new LinkedHashMap<>();
        for (Dealt<PreferenceDeal> dealt : dealing.all(PreferenceDeal.class)) {
            Tally<String> tally = Tally.of(here(dealing, dealt).stream()
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

    private static List<String> here(Dealing<?, ?> dealing, Dealt<?> dealt) {
        Entries entries =
                dealing.entries().round(dealt.round().step(), dealt.round().number());
        return List.copyOf(entries.byOwner(Preference.VOTE).values());
    }

    private static DiscussionDeal.Split split(PreferenceDeal deal, Tally<String> votes) {
        return new DiscussionDeal.Split(
                deal.item().prompt(), deal.name(deal.a()), (int) votes.count(deal.a()), deal.name(deal.b()), (int)
                        votes.count(deal.b()));
    }
}

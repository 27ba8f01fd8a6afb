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

    /**
     * A vote, as it stands now.
     *
     * @param forA how many chose the first of the two values
     */
    record Vote(DiscussionDeal.Split about, int forA, int forB) {}

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
                .map(dealt -> split(dealt.deal()))
                .toList();
    }

    /** How many chose each; nothing of a vote of which none is left. */
    static List<Vote> counted(List<DiscussionDeal.Split> splits, List<Dealt<PreferenceDeal>> rounds, Entries entries) {
        return splits.stream()
                .flatMap(split -> rounds.stream()
                        .filter(dealt -> split(dealt.deal()).equals(split))
                        .limit(1)
                        .map(dealt -> vote(split, dealt, entries)))
                .filter(vote -> vote.forA() + vote.forB() > 0)
                .toList();
    }

    static List<String> votes(Dealt<?> dealt, Entries entries) {
        return List.copyOf(entries.round(dealt.round().step(), dealt.round().number())
                .byOwner(Preference.VOTE)
                .values());
    }

    private static Vote vote(DiscussionDeal.Split split, Dealt<PreferenceDeal> dealt, Entries entries) {
        Tally<String> votes = Tally.of(votes(dealt, entries));
        return new Vote(split, (int) votes.count(dealt.deal().a()), (int)
                votes.count(dealt.deal().b()));
    }

    private static DiscussionDeal.Split split(PreferenceDeal deal) {
        return new DiscussionDeal.Split(deal.item().prompt(), deal.name(deal.a()), deal.name(deal.b()));
    }
}

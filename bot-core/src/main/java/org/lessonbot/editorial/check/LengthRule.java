package org.lessonbot.editorial.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lessonbot.activity.stagematch.StageContent;
import org.lessonbot.plan.BankEntry;
import org.lessonbot.plan.ContentFault;
import org.lessonbot.plan.Item;
import org.lessonbot.plan.PlanReader;

/** Length gives nothing away: not the stage, and not which of two responses somebody took more trouble over. */
final class LengthRule implements Rule {
    /** How much longer than the shorter the longer response of a pair may be. */
    static final double MOST = 0.20;

    @Override
    public List<ContentFault> faults(PlanReader.Draft draft) {
        List<ContentFault> faults = new ArrayList<>();
        for (String bank : guessed(draft)) {
            LengthGuesser guesser = LengthGuesser.over(draft.approved().bank().of(bank));
            if (guesser.givesAway()) {
                faults.add(new ContentFault(
                        draft.plan().id() + "/bank",
                        0,
                        String.format(
                                Locale.ROOT,
                                "length gives the stage away: who looks at it alone is right %.0f %% of the time in the"
                                        + " bank %s; up to %.0f %% may be luck",
                                100 * guesser.accuracy(),
                                bank,
                                100 * guesser.bound())));
            }
        }
        for (BankEntry entry : ContentCheck.alive(draft)) {
            if (!entry.item().values().isEmpty() && !entry.lengthsDiffer()) {
                difference(entry).ifPresent(faults::add);
            }
        }
        return faults;
    }

    private static Optional<ContentFault> difference(BankEntry entry) {
        Item item = entry.item();
        List<Integer> lengths = item.keys().stream()
                .map(key -> item.response(key).text().length())
                .sorted()
                .toList();
        double longer = (double) lengths.get(lengths.size() - 1) / lengths.get(0) - 1;
        if (longer <= MOST) {
            return Optional.empty();
        }
        String each = item.keys().stream()
                .map(key -> key + " " + item.response(key).text().length())
                .collect(Collectors.joining(", "));
        return Optional.of(entry.fault(
                "responses",
                String.format(
                        Locale.ROOT,
                        "one response is %.0f %% longer (%s); %.0f %% is the most, unless lengths_differ is true",
                        100 * longer,
                        each,
                        100 * MOST)));
    }

    /** The banks whose items are guessed on. */
    static Set<String> guessed(PlanReader.Draft draft) {
        Set<String> banks = new TreeSet<>();
        draft.plan().steps().forEach(step -> {
            if (step.content() instanceof StageContent content) {
                banks.add(content.bank());
            }
        });
        return banks;
    }
}

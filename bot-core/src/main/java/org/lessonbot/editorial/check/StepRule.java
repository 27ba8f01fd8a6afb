package org.lessonbot.editorial.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lessonbot.activity.preference.PreferenceContent;
import org.lessonbot.activity.shift.ShiftContent;
import org.lessonbot.activity.stagematch.StageContent;
import org.lessonbot.plan.BankEntry;
import org.lessonbot.plan.ContentFault;
import org.lessonbot.plan.PlanReader;
import org.lessonbot.plan.Responses;
import org.lessonbot.plan.Step;

/** Items and steps fit each other: every bank is drawn from, has enough items, and these have the responses asked for. */
final class StepRule implements Rule {
    /** Of a response in a shift. */
    static final int WORDS = 40;

    @Override
    public List<ContentFault> faults(PlanReader.Draft draft) {
        List<ContentFault> faults = new ArrayList<>();
        Set<String> drawn = new HashSet<>();
        for (Step step : draft.plan().steps()) {
            if (step.content() instanceof StageContent content) {
                drawn.add(content.bank());
                faults.addAll(responses(draft, content));
                enough(draft, step, content.bank(), faults);
            }
            if (step.content() instanceof PreferenceContent content) {
                drawn.add(content.bank());
                faults.addAll(sides(draft, content.bank()));
                enough(draft, step, content.bank(), faults);
            }
            if (step.content() instanceof ShiftContent content) {
                drawn.addAll(List.of(content.bank(), content.favourites()));
                faults.addAll(brief(draft, content));
                enough(draft, step, content.bank(), faults);
            }
        }
        if (isReadable(draft)) {
            draft.bank().stream()
                    .filter(entry -> drawn.add(entry.item().bank()))
                    .map(entry -> entry.fault(
                            "id", "no step draws from the bank " + entry.item().bank()))
                    .forEach(faults::add);
        }
        return faults;
    }

    /** A step that could not be read may be the one that draws. */
    private static boolean isReadable(PlanReader.Draft draft) {
        List<Step> steps = draft.plan().steps();
        return !steps.isEmpty()
                && steps.stream().noneMatch(step -> step.content().equals(""));
    }

    private static void enough(PlanReader.Draft draft, Step step, String bank, List<ContentFault> faults) {
        int items = draft.approved().bank().of(bank).size();
        if (items < step.rounds()) {
            String real = draft.plan().responses() == Responses.REAL_ONLY ? " with real responses alone" : "";
            faults.add(draft.fault(
                    step,
                    step.rounds() + " rounds are planned, but the bank " + bank + " has " + items + " approved"
                            + real));
        }
    }

    private static List<ContentFault> responses(PlanReader.Draft draft, StageContent content) {
        Set<String> stages = content.names().keySet();
        return of(draft, content.bank()).stream()
                .filter(entry -> !entry.item().responses().keySet().equals(stages))
                .map(entry -> entry.fault("responses", "there must be one response for each of " + stages))
                .toList();
    }

    /** Pairs that are rated one after the other are read in seconds. */
    private static List<ContentFault> brief(PlanReader.Draft draft, ShiftContent content) {
        List<ContentFault> faults = new ArrayList<>(sides(draft, content.bank()));
        for (BankEntry entry : of(draft, content.bank())) {
            entry.item().responses().forEach((key, response) -> {
                int words = FleschKincaid.of(response.text()).words();
                if (words > WORDS) {
                    faults.add(entry.fault(
                            BankEntry.response(key),
                            "the response has " + words + " words; " + WORDS + " are the most in a shift"));
                }
            });
        }
        return faults;
    }

    private static List<ContentFault> sides(PlanReader.Draft draft, String bank) {
        return of(draft, bank).stream()
                .filter(entry -> entry.item().values().size() != 2)
                .map(entry -> entry.fault("responses", "two values are compared, so there must be two"))
                .toList();
    }

    private static List<BankEntry> of(PlanReader.Draft draft, String bank) {
        return draft.bank().stream()
                .filter(entry -> entry.item().bank().equals(bank))
                .toList();
    }
}

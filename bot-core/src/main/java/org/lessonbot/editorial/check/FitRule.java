package org.lessonbot.editorial.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lessonbot.activity.Reasoned;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Words;
import org.lessonbot.editorial.Audience;
import org.lessonbot.editorial.Exhibit;
import org.lessonbot.editorial.Walk;
import org.lessonbot.plan.Bank;
import org.lessonbot.plan.BankEntry;
import org.lessonbot.plan.ContentFault;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.Item;
import org.lessonbot.plan.PlanReader;
import org.lessonbot.plan.Step;

/** Whatever a lesson shows of an item, to however large a class, fits on the strictest platform; so do the teacher's notes. */
final class FitRule implements Rule {
    /** Kept free for what an engine adds to a post: its heading, and a word when the lesson is paused. */
    private static final int HEAD = Limits.HEADING + 100;
    /** Kept free for the rest of the console. */
    private static final int CONSOLE = 1200;

    private final Words words;

    FitRule(Words words) {
        this.words = words;
    }

    @Override
    public List<ContentFault> faults(PlanReader.Draft draft) {
        List<ContentFault> faults = new ArrayList<>();
        for (BankEntry entry : ContentCheck.alive(draft)) {
            Item item = entry.item();
            item.values().values().stream()
                    .filter(value -> value.name().length() > Limits.BUTTON_LABEL)
                    .forEach(value -> faults.add(entry.fault(
                            "responses", "a value's name has more than " + Limits.BUTTON_LABEL + " characters")));
            item.values().values().stream()
                    .filter(value -> value.reason().length() > Reasoned.REASON_LIMIT)
                    .forEach(value -> faults.add(entry.fault(
                            "responses",
                            "a value's reason has more than " + Reasoned.REASON_LIMIT + " characters: "
                                    + value.reason())));
            shown(draft, item).forEach(reason -> faults.add(entry.fault("prompt", reason)));
        }
        Walk.through(whatFits(draft), words)
                .forEach((step, messages) -> messages.stream()
                        .flatMap(message -> Ruler.faults(below(HEAD, message)).stream())
                        .distinct()
                        .forEach(reason -> faults.add(draft.fault(step, reason))));
        for (Step step : draft.plan().steps()) {
            Ruler.faults(notes(step)).forEach(reason -> faults.add(draft.fault(step, "the notes: " + reason)));
        }
        return faults;
    }

    /** Items at fault are named for themselves, and would only hide what is wrong with a step. */
    private Edition whatFits(PlanReader.Draft draft) {
        List<Item> items = draft.approved().bank().items().stream()
                .filter(item -> isWhole(draft, item) && shown(draft, item).isEmpty())
                .toList();
        return new Edition(draft.plan(), new Bank(items));
    }

    private static boolean isWhole(PlanReader.Draft draft, Item item) {
        return Exhibit.of(draft.plan(), item).stream()
                .allMatch(exhibit -> item.responses().keySet().containsAll(exhibit.responses()));
    }

    /** Each thing that does not fit once, in its longest showing. */
    private Collection<String> shown(PlanReader.Draft draft, Item item) {
        Map<String, String> reasons = new TreeMap<>();
        for (Exhibit<?, ?> exhibit : Exhibit.of(draft.plan(), item)) {
            if (item.responses().keySet().containsAll(exhibit.responses())) {
                Stream.of(
                                exhibit.question(words, Audience.CROWD),
                                exhibit.reveal(words, Audience.CROWD),
                                exhibit.alone(words, Audience.CROWD))
                        .flatMap(message -> Ruler.faults(below(HEAD, message)).stream())
                        .forEach(reason -> reasons.merge(
                                reason.replaceAll("\\d+", ""),
                                reason,
                                (one, other) -> one.compareTo(other) < 0 ? other : one));
            }
        }
        return reasons.values();
    }

    private static Message notes(Step step) {
        return below(
                CONSOLE,
                Message.of(
                        new Block.Heading(step.title()),
                        new Block.Text(step.notes().facilitation()),
                        new Block.Items(step.notes().prompts())));
    }

    private static Message below(int characters, Message message) {
        return Message.text("x".repeat(characters)).then(message);
    }
}

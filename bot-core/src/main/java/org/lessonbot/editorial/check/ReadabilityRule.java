package org.lessonbot.editorial.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lessonbot.plan.BankEntry;
import org.lessonbot.plan.ContentFault;
import org.lessonbot.plan.PlanReader;

/** Students of 13 can read what they are shown, in languages that have a formula for it. */
final class ReadabilityRule implements Rule {
    /**
     * The ceiling for one text. The youngest, 13, read grade 7 to 8 with ease; the grade of so short a text swings by
     * about two with its names and terms, and a teacher is there.
     */
    static final double CEILING = 10;
    /** Shorter texts have too few sentences for an average. */
    static final int LEAST_WORDS = 25;

    @Override
    public List<ContentFault> faults(PlanReader.Draft draft) {
        List<ContentFault> faults = new ArrayList<>();
        Readability.in(draft.plan().language())
                .ifPresent(formula -> ContentCheck.alive(draft)
                        .forEach(entry -> texts(entry).forEach(text -> {
                            Readability score = formula.apply(text.text());
                            if (score.words() >= LEAST_WORDS && score.grade() > CEILING) {
                                faults.add(entry.fault(text.field(), reason(text, score)));
                            }
                        })));
        return faults;
    }

    private static String reason(Text text, Readability score) {
        return String.format(
                Locale.ROOT,
                "%s reads like grade %.1f (%s); %.0f is the most. Shorten sentences or words",
                text.field(),
                score.grade(),
                score.formula(),
                CEILING);
    }

    /** One text that students read. */
    record Text(String field, String text) {}

    static List<Text> texts(BankEntry entry) {
        List<Text> texts = new ArrayList<>();
        texts.add(new Text("prompt", entry.item().prompt()));
        entry.item()
                .keys()
                .forEach(key -> texts.add(new Text(
                        BankEntry.response(key), entry.item().response(key).text())));
        texts.add(new Text("notice", entry.item().notice()));
        return texts;
    }
}

package org.lessonbot.editorial.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lessonbot.plan.BankEntry;
import org.lessonbot.plan.ContentFault;
import org.lessonbot.plan.Library;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.plan.PlanReader;
import org.lessonbot.plan.Review;

/** Reads lessons and their banks as an editor would who never tires. */
public final class ContentCheck {
    private final PlanReader reader;

    public ContentCheck(PlanReader reader) {
        this.reader = reader;
    }

    /** Every fault of every lesson, and their figures. Rules also read items beside which others have faults. */
    public CheckReport check(Library library) {
        List<ContentFault> faults = new ArrayList<>();
        List<Figures> figures = new ArrayList<>();
        for (String id : library.ids()) {
            PlanReader.Draft draft = library.read(id, reader, faults);
            rules(draft).forEach(rule -> faults.addAll(rule.faults(draft)));
            figures.add(Figures.of(draft));
        }
        faults.sort(Comparator.comparing(ContentFault::file).thenComparing(ContentFault::line));
        return new CheckReport(faults, figures);
    }

    private static List<Rule> rules(PlanReader.Draft draft) {
        return List.of(
                new StepRule(),
                new FitRule(Phrasebook.of(draft.plan().language())),
                new GiveawayRule(),
                new DuplicateRule(),
                new ReadabilityRule(),
                new LengthRule(),
                new ProvenanceRule());
    }

    /** The items that somebody may still see. */
    static List<BankEntry> alive(PlanReader.Draft draft) {
        return draft.bank().stream()
                .filter(entry -> entry.review() != Review.RETIRED)
                .toList();
    }
}

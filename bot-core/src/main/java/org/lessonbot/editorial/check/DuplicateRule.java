package org.lessonbot.editorial.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lessonbot.plan.BankEntry;
import org.lessonbot.plan.ContentFault;
import org.lessonbot.plan.PlanReader;
import org.lessonbot.plan.Review;

/**
 * No two items of a bank ask, and no two responses say, much the same; no notice says a thing twice, as a slip of an edit does.
 * Ids that differ in order alone are confused.
 */
final class DuplicateRule implements Rule {
    /** Two short questions of the same form reach 0.35 ("Why is the sky blue?", "Why is the sea salty?"); versions more. */
    static final double ALIKE = 0.4;

    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+");

    private static final String ID = "id";
    private static final String NOTICE = "notice";
    private static final String PROMPT = "prompt";

    /** A text and where it stands. */
    private record Place(BankEntry entry, String field, Shingles shingles) {
        boolean comparesWith(Place other) {
            boolean responses = !field.equals(PROMPT) && !other.field.equals(PROMPT);
            boolean prompts = field.equals(other.field)
                    && entry.item().bank().equals(other.entry.item().bank());
            return responses || prompts;
        }
    }

    @Override
    public List<ContentFault> faults(PlanReader.Draft draft) {
        List<BankEntry> entries = ContentCheck.alive(draft);
        List<ContentFault> faults = new ArrayList<>(ids(entries));
        entries.forEach(entry -> faults.addAll(repeats(entry)));
        List<Place> places =
                entries.stream().flatMap(entry -> places(entry).stream()).toList();
        for (int i = 0; i < places.size(); i++) {
            for (int j = 0; j < i; j++) {
                Place later = places.get(i);
                Place earlier = places.get(j);
                double alike = later.comparesWith(earlier) && !areVersions(later.entry(), earlier.entry())
                        ? later.shingles().resemblance(earlier.shingles())
                        : 0;
                if (alike >= ALIKE) {
                    faults.add(later.entry().fault(later.field(), reason(later, earlier, alike)));
                }
            }
        }
        return faults;
    }

    /** Several drafts of one prompt are there to choose from: two of them are too many once both are approved. */
    private static boolean areVersions(BankEntry later, BankEntry earlier) {
        boolean bothApproved = later.review() == Review.APPROVED && earlier.review() == Review.APPROVED;
        return !later.item().id().equals(earlier.item().id())
                && !bothApproved
                && later.item().prompt().equals(earlier.item().prompt());
    }

    private static List<Place> places(BankEntry entry) {
        List<Place> places = new ArrayList<>();
        places.add(new Place(entry, PROMPT, Shingles.of(entry.item().prompt())));
        entry.item()
                .keys()
                .forEach(key -> places.add(new Place(
                        entry,
                        BankEntry.response(key),
                        Shingles.of(entry.item().response(key).text()))));
        return places;
    }

    private static String reason(Place later, Place earlier, double alike) {
        return String.format(
                Locale.ROOT,
                "%s is much the same as %s of %s (%s:%d; %.0f %% in common)",
                later.field(),
                earlier.field(),
                earlier.entry().item().id(),
                earlier.entry().file(),
                earlier.entry()
                        .lines()
                        .getOrDefault(earlier.field(), earlier.entry().line()),
                100 * alike);
    }

    private static List<ContentFault> repeats(BankEntry entry) {
        Set<String> said = new HashSet<>();
        return SENTENCE.splitAsStream(entry.item().notice())
                .filter(sentence -> !sentence.isBlank() && !said.add(sentence))
                .map(sentence -> entry.fault(NOTICE, "the notice says twice: “" + sentence + "”"))
                .toList();
    }

    private static List<ContentFault> ids(List<BankEntry> entries) {
        List<ContentFault> faults = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            for (int j = 0; j < i; j++) {
                String later = entries.get(i).item().id();
                String earlier = entries.get(j).item().id();
                if (!later.equals(earlier) && words(later).equals(words(earlier))) {
                    faults.add(entries.get(i).fault(ID, "the id has the same words as " + earlier));
                }
            }
        }
        return faults;
    }

    private static String words(String id) {
        return Arrays.stream(id.split("-")).sorted().collect(Collectors.joining("-"));
    }
}

package org.lessonbot.editorial.check;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lessonbot.plan.BankEntry;
import org.lessonbot.plan.Item;
import org.lessonbot.plan.PlanReader;
import org.lessonbot.plan.Review;
import org.lessonbot.plan.Source;

/**
 * How a lesson's bank stands.
 *
 * @param reviews how many items stand at each point of the review
 * @param sources how many of the approved items of each bank come from where
 * @param banks of approved items that the lesson may show, by name
 * @param grades of the approved texts; empty in a language that has no formula here
 */
public record Figures(
        String lesson,
        Map<Review, Long> reviews,
        Map<String, Map<Source, Long>> sources,
        Map<String, BankFigures> banks,
        List<Grades> grades) {
    /** The highest grade that one text may have. */
    public static final double CEILING = ReadabilityRule.CEILING;

    /**
     * One bank.
     *
     * @param counts items by topic (difficulty or dimension), then by kind of request
     * @param lengths by response's key
     * @param guesser for a bank whose items are guessed on; else empty
     */
    public record BankFigures(
            Map<String, Map<String, Long>> counts, Map<String, Lengths> lengths, List<Guesser> guesser) {}

    /**
     * The lengths of one stage's or value's responses, in characters.
     *
     * @param longest of how many items it is the longest
     * @param shortest of how many items it is the shortest
     */
    public record Lengths(int median, long longest, long shortest) {}

    /** In which year at school texts can be read with ease, and by which formula. */
    public record Grades(String formula, DoubleSummaryStatistics years) {}

    /** How often somebody is right who looks at length alone, how often by chance, and how often may still be luck. */
    public record Guesser(double accuracy, double chance, double bound) {}

    static Figures of(PlanReader.Draft draft) {
        Map<Review, Long> reviews = draft.bank().stream()
                .collect(Collectors.groupingBy(BankEntry::review, TreeMap::new, Collectors.counting()));
        List<Item> approved = draft.approved().bank().items();
        Map<String, BankFigures> banks = new TreeMap<>();
        approved.stream().map(Item::bank).distinct().forEach(bank -> {
            List<Item> items = draft.approved().bank().of(bank);
            banks.put(bank, bank(items, LengthRule.guessed(draft).contains(bank)));
        });
        Map<String, Map<Source, Long>> sources = draft.bank().stream()
                .filter(entry -> entry.review() == Review.APPROVED)
                .map(BankEntry::item)
                .collect(Collectors.groupingBy(
                        Item::bank,
                        TreeMap::new,
                        Collectors.groupingBy(Item::source, TreeMap::new, Collectors.counting())));
        return new Figures(draft.plan().id(), reviews, sources, banks, grades(draft));
    }

    private static BankFigures bank(List<Item> items, boolean guessed) {
        Map<String, Map<String, Long>> counts = items.stream()
                .collect(Collectors.groupingBy(
                        Item::topic,
                        TreeMap::new,
                        Collectors.groupingBy(Item::request, TreeMap::new, Collectors.counting())));
        if (!guessed) {
            return new BankFigures(counts, Map.of(), List.of());
        }
        LengthGuesser guesser = LengthGuesser.over(items);
        return new BankFigures(
                counts, lengths(items), List.of(new Guesser(guesser.accuracy(), guesser.chance(), guesser.bound())));
    }

    private static Map<String, Lengths> lengths(List<Item> items) {
        Map<String, List<Integer>> all = new TreeMap<>();
        items.forEach(item -> item.responses()
                .forEach((key, response) -> all.computeIfAbsent(key, first -> new ArrayList<>())
                        .add(response.text().length())));
        Map<String, Long> longest = LengthGuesser.longest(items);
        Map<String, Long> shortest = LengthGuesser.shortest(items);
        Map<String, Lengths> lengths = new TreeMap<>();
        all.forEach((key, each) -> lengths.put(
                key, new Lengths(median(each), longest.getOrDefault(key, 0L), shortest.getOrDefault(key, 0L))));
        return lengths;
    }

    private static int median(List<Integer> lengths) {
        int[] sorted = lengths.stream().mapToInt(Integer::intValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static List<Grades> grades(PlanReader.Draft draft) {
        Map<String, DoubleSummaryStatistics> grades = new TreeMap<>();
        Readability.in(draft.plan().language())
                .ifPresent(formula -> draft.bank().stream()
                        .filter(entry -> entry.review() == Review.APPROVED)
                        .flatMap(entry -> ReadabilityRule.texts(entry).stream())
                        .map(text -> formula.apply(text.text()))
                        .filter(score -> score.words() >= ReadabilityRule.LEAST_WORDS)
                        .forEach(
                                score -> grades.computeIfAbsent(score.formula(), first -> new DoubleSummaryStatistics())
                                        .accept(score.grade())));
        return grades.entrySet().stream()
                .map(each -> new Grades(each.getKey(), each.getValue()))
                .toList();
    }
}

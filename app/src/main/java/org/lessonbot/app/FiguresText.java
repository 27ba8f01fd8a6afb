package org.lessonbot.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lessonbot.chat.Words;
import org.lessonbot.editorial.check.Figures;
import org.lessonbot.plan.Review;
import org.lessonbot.plan.Source;

/** The figures of one lesson's bank as small tables. */
record FiguresText(Words words) {
    private static final String INDENT = "  ";

    String of(Figures figures) {
        StringBuilder text = new StringBuilder(words.say(
                        "cli.prompts.reviews",
                        figures.lesson(),
                        figures.reviews().getOrDefault(Review.APPROVED, 0L),
                        figures.reviews().getOrDefault(Review.DRAFT, 0L),
                        figures.reviews().getOrDefault(Review.RETIRED, 0L)))
                .append('\n');
        if (!figures.sources().isEmpty()) {
            text.append('\n').append(table(sources(figures.sources())));
        }
        figures.banks().forEach((name, bank) -> {
            text.append('\n').append(table(counts(name, bank)));
            if (!bank.lengths().isEmpty()) {
                text.append('\n').append(table(lengths(bank)));
            }
            bank.guesser()
                    .forEach(guesser -> text.append(INDENT)
                            .append(words.say(
                                    "cli.prompts.guesser",
                                    percent(guesser.accuracy()),
                                    percent(guesser.chance()),
                                    percent(guesser.bound())))
                            .append('\n'));
        });
        figures.grades()
                .forEach(grades -> text.append('\n')
                        .append(INDENT)
                        .append(words.say(
                                "cli.prompts.grade",
                                grades.formula(),
                                grades.years().getCount(),
                                grades.years().getAverage(),
                                grades.years().getMax(),
                                Figures.CEILING))
                        .append('\n'));
        return text.toString();
    }

    /** Rows are banks. */
    private List<List<String>> sources(Map<String, Map<Source, Long>> sources) {
        List<List<String>> rows = new ArrayList<>(List.of(List.of(
                words.say("cli.prompts.from"),
                words.say("cli.prompts.real"),
                words.say("cli.prompts.mixed"),
                words.say("cli.prompts.written"))));
        sources.forEach((bank, counts) -> {
            List<String> row = new ArrayList<>(List.of(bank));
            for (Source source : List.of(Source.REAL, Source.MIXED, Source.WRITTEN)) {
                row.add(String.valueOf(counts.getOrDefault(source, 0L)));
            }
            rows.add(row);
        });
        return rows;
    }

    /** Rows are difficulties or dimensions, columns the kinds of request. */
    private List<List<String>> counts(String name, Figures.BankFigures bank) {
        Set<String> requests = new TreeSet<>();
        bank.counts().values().forEach(row -> requests.addAll(row.keySet()));
        List<String> head = new ArrayList<>(List.of(name));
        head.addAll(requests);
        head.add(words.say("cli.prompts.all"));
        List<List<String>> rows = new ArrayList<>(List.of(head));
        bank.counts().forEach((topic, row) -> rows.add(row(topic, requests, row)));
        Map<String, Long> sums = new TreeMap<>();
        bank.counts().values().forEach(row -> row.forEach((request, count) -> sums.merge(request, count, Long::sum)));
        rows.add(row(words.say("cli.prompts.all"), requests, sums));
        return rows;
    }

    private static List<String> row(String name, Set<String> requests, Map<String, Long> counts) {
        List<String> row = new ArrayList<>(List.of(name));
        requests.forEach(request -> row.add(String.valueOf(counts.getOrDefault(request, 0L))));
        row.add(String.valueOf(
                counts.values().stream().mapToLong(Long::longValue).sum()));
        return row;
    }

    private List<List<String>> lengths(Figures.BankFigures bank) {
        long items = bank.lengths().values().stream()
                .mapToLong(Figures.Lengths::longest)
                .sum();
        List<List<String>> rows = new ArrayList<>(List.of(List.of(
                words.say("cli.prompts.length"),
                words.say("cli.prompts.median"),
                words.say("cli.prompts.longest"),
                words.say("cli.prompts.shortest"))));
        bank.lengths()
                .forEach((key, lengths) -> rows.add(List.of(
                        key,
                        String.valueOf(lengths.median()),
                        share(lengths.longest(), items),
                        share(lengths.shortest(), items))));
        return rows;
    }

    private static String share(long part, long all) {
        return percent((double) part / all);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    /** The first column to the left, figures to the right. */
    private static String table(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(INDENT);
            for (int column = 0; column < row.size(); column++) {
                int width = width(rows, column);
                line.append(String.format(
                        Locale.ROOT, column == 0 ? "%-" + width + "s" : "  %" + width + "s", row.get(column)));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(1);
    }
}

package org.lessonbot.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Words;

/** Numbers in columns, for a font in which all characters are equally wide. */
final class Columns {
    private static final int BAR = 12;
    /** What is wider pushes the rest of its line to the right rather than all lines. */
    private static final int WIDEST = 24;

    private Columns() {}

    /**
     * A line a bar: the bar, how many and what part of all, the label and what marks it. Bars first: on a phone the end of a
     * line goes to the next, and bars have to stay below each other.
     */
    static String bars(Block.Bars bars, Words words) {
        int total = bars.total();
        List<List<String>> rows = new ArrayList<>();
        for (Block.Bar bar : bars.bars()) {
            int percent = total == 0 ? 0 : (int) Math.round(100.0 * bar.count() / total);
            int length = total == 0 ? 0 : Math.round((float) BAR * bar.count() / total);
            String label = PlainText.beside(bar.label());
            rows.add(List.of(
                    "█".repeat(length) + "░".repeat(BAR - length),
                    words.say("slack.bar", bar.count(), percent),
                    bar.note().isEmpty() ? label : label + " ← " + PlainText.beside(bar.note())));
        }
        return lines(rows);
    }

    static String table(Block.Table table) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(besideEachOther(table.columns()));
        rows.add(table.columns().stream()
                .map(column -> "─".repeat(Math.min(width(column), WIDEST)))
                .toList());
        table.rows().forEach(row -> rows.add(besideEachOther(row)));
        return lines(rows);
    }

    private static List<String> besideEachOther(List<String> cells) {
        return cells.stream().map(PlainText::beside).toList();
    }

    private static String lines(List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = IntStream.range(0, columns)
                .map(column -> rows.stream()
                        .mapToInt(row -> width(row.get(column)))
                        .filter(width -> width <= WIDEST)
                        .max()
                        .orElse(WIDEST))
                .toArray();
        return rows.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(column -> padded(row.get(column), widths[column]))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(Math.max(0, width - width(cell)));
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}

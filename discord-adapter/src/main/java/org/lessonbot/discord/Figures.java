package org.lessonbot.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Words;

/** Draws charts and tables with characters alone. Every bar has its number beside it. */
final class Figures {
    private static final int BAR = 12;
    private static final int CELL = 28;

    private Figures() {}

    /** A bar of fixed length, filled so far. */
    static String bar(int done, int total) {
        int full = total <= 0 ? 0 : Math.round((float) BAR * Math.min(done, total) / total);
        return "`" + "█".repeat(full) + "░".repeat(BAR - full) + "`";
    }

    static String bars(Block.Bars bars, Words words) {
        int total = bars.total();
        return bars.bars().stream().map(bar -> bar(bar, total, words)).collect(Collectors.joining("\n"));
    }

    private static String bar(Block.Bar bar, int total, Words words) {
        int percent = total == 0 ? 0 : Math.round(100f * bar.count() / total);
        String numbers = PlainText.line(words.say("discord.bar", bar.count(), percent));
        String note = bar.note().isEmpty() ? "" : " · **" + PlainText.line(bar.note()) + "**";
        return bar(bar.count(), total) + " " + PlainText.line(bar.label()) + ": " + numbers + note;
    }

    /** A table as a code block with aligned columns. */
    static String table(Block.Table table) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(table.columns());
        rows.addAll(table.rows());
        rows.replaceAll(row ->
                row.stream().map(cell -> Limits.fit(PlainText.code(cell), CELL)).toList());
        List<Integer> widths = IntStream.range(0, table.columns().size())
                .mapToObj(i ->
                        rows.stream().mapToInt(row -> width(row.get(i))).max().orElse(0))
                .toList();
        return rows.stream().map(row -> row(row, widths)).collect(Collectors.joining("\n", "```\n", "\n```"));
    }

    private static String row(List<String> cells, List<Integer> widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> cells.get(i) + " ".repeat(widths.get(i) - width(cells.get(i))))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}

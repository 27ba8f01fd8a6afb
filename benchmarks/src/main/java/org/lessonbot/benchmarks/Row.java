package org.lessonbot.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table: one figure, or the ratio of two that were taken one after the other.
 *
 * @param title what it says
 * @param figure of which part and name
 * @param against of which part and name it is divided by; empty for the figure itself
 */
record Row(String title, String figure, String against) {
    static final List<Row> ALL = List.of(
            row("64 people guess at once: answers a second", "clicks.many.rate"),
            new Row("– against pgbench with 64 clients", "clicks.many.rate", "upsert64.rate"),
            row("– p50, ms", "clicks.many.p50"),
            row("– p99, ms", "clicks.many.p99"),
            new Row("– p99 against pgbench's", "clicks.many.p99", "upsert64.p99"),
            row("– processor time a click, Java, µs", "clicks.many.java_us"),
            row("– PostgreSQL, µs", "clicks.many.server_us"),
            new Row("– both against pgbench's and PostgreSQL's", "clicks.many.all_us", "upsert64.all_us"),
            row("One alone: answers a second", "clicks.one.rate"),
            new Row("– against pgbench with one client", "clicks.one.rate", "upsert1.rate"),
            row("– p50, ms", "clicks.one.p50"),
            row("– processor time a click, Java, µs", "clicks.one.java_us"),
            row("– PostgreSQL, µs", "clicks.one.server_us"),
            new Row("– both against pgbench's and PostgreSQL's", "clicks.one.all_us", "upsert1.all_us"),
            row("The same rows in bare batches of 64, one after another: rows a second", "floor.many.rate"),
            row("– processor time a row, Java, µs", "floor.many.java_us"),
            row("– PostgreSQL, µs", "floor.many.server_us"),
            new Row("– both, of what a click costs", "floor.many.all_us", "clicks.many.all_us"),
            row("Bare rows, one by one: rows a second", "floor.one.rate"),
            new Row("– against pgbench with one client", "floor.one.rate", "upsert1.rate"),
            row("– PostgreSQL, µs", "floor.one.server_us"),
            new Row("– both, of what one click alone costs", "floor.one.all_us", "clicks.one.all_us"),
            new Row(
                    "64 of 2,000 guess at once: time a click against 64 of 64",
                    "clicks.many.rate",
                    "crowd2000.many.rate"),
            new Row("– 64 of 5,000", "clicks.many.rate", "crowd5000.many.rate"),
            new Row(
                    "64 of 2,000: processor time a click against 64 of 64",
                    "crowd2000.many.all_us",
                    "clicks.many.all_us"),
            new Row("– 64 of 5,000", "crowd5000.many.all_us", "clicks.many.all_us"),
            new Row("One of 2,000 alone: p50 against one of 64", "crowd2000.one.p50", "clicks.one.p50"),
            new Row("– one of 5,000", "crowd5000.one.p50", "clicks.one.p50"),
            new Row(
                    "One of 2,000 alone: processor time against one of 64",
                    "crowd2000.one.all_us",
                    "clicks.one.all_us"),
            new Row("– one of 5,000", "crowd5000.one.all_us", "clicks.one.all_us"),
            row("3,000 come in one after another: seconds", "arrivals.one.seconds"),
            new Row("– time each of the last 500 against the first 500", "arrivals.one.first", "arrivals.one.last"),
            row("– processor time each, µs", "arrivals.one.all_us"),
            row("3,000 come in, 16 at once: a second", "arrivals.many.rate"),
            row("– the first 500: a second", "arrivals.many.first"),
            row("– the last 500: a second", "arrivals.many.last"),
            row("– processor time each, µs", "arrivals.many.all_us"),
            row("Statements a click, 64 at once", "statements.many"),
            row("– one alone", "statements.one"),
            row("1,000 votes in a second: edits of one post in the browser", "votes.Web.edits"),
            row("– in Discord", "votes.Discord.edits"),
            row("– the last edits exact (1 yes, 0 no): browser", "votes.Web.exact"),
            row("– Discord", "votes.Discord.exact"),
            row("– until all are kept, s", "votes.Discord.seconds"),
            row("Sweep with 10,000 lessons: ms", "sweep.ms"),
            row("– rows read", "sweep.rows"),
            row("– buffers", "sweep.buffers"),
            row("A part ends in 10,000 clubs at once: the next has begun in all after, s", "clubs.began"),
            row("– all posts show it after, s", "clubs.drawn"),
            row("– calls of the chat", "clubs.calls"),
            row("– most moves of one club (1 is right)", "clubs.once"),
            row("– memory before, MB", "clubs.heap"),
            row("– most memory meanwhile, MB", "clubs.most"),
            row("Whole lesson, 120 browsers: p50, ms", "class120.p50"),
            row("– p99, ms", "class120.p99"),
            row("– peak memory, MB", "class120.peak"),
            row("– processor time of the bot, s", "class120.bot_s"),
            row("– of the simulated browsers beside it, s", "class120.browsers_s"),
            row("Whole lesson, 300 browsers: p50, ms", "class300.p50"),
            row("– p99, ms", "class300.p99"),
            row("– peak memory, MB", "class300.peak"),
            row("– processor time of the bot, s", "class300.bot_s"),
            row("– of the simulated browsers beside it, s", "class300.browsers_s"),
            row("pgbench, 64 clients: a second", "upsert64.rate"),
            row("– p99, ms", "upsert64.p99"),
            row("– processor time, pgbench and PostgreSQL, µs", "upsert64.all_us"),
            row("pgbench, one client: a second", "upsert1.rate"),
            row("– p50, ms", "upsert1.p50"),
            row("– processor time, pgbench and PostgreSQL, µs", "upsert1.all_us"));

    private static Row row(String title, String figure) {
        return new Row(title, figure, "");
    }

    /** The median over the rounds; nothing if it was not measured. */
    @Nullable
    Double of(List<Map<String, Double>> rounds) {
        double[] sorted = rounds.stream()
                .map(this::in)
                .flatMap(Stream::ofNullable)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return null;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private @Nullable Double in(Map<String, Double> round) {
        Double value = round.get(figure);
        if (value == null || against.isEmpty()) {
            return value;
        }
        Double base = round.get(against);
        return base == null ? null : value / base;
    }

    /** Three digits that count. */
    static String text(@Nullable Double value) {
        if (value == null) {
            return "";
        }
        double size = Math.abs(Objects.requireNonNull(value));
        String shape = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, shape, value);
    }
}

package org.lessonbot.editorial.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lessonbot.editorial.Scalar;
import org.lessonbot.plan.ContentFault;
import org.lessonbot.plan.PlanReader;
import org.lessonbot.plan.Provenance;
import org.lessonbot.plan.Response;

/** Takes a table of recorded answers into the text of a bank file whose items are drafts. */
public final class Intake {
    private static final int A_FEW = 10;

    private final Target target;
    private final Order order;
    private final String file;
    private final List<ContentFault> faults = new ArrayList<>();
    /** Prompts with a row that could not be taken, which says already why a response is missing. */
    private final Set<String> broken = new HashSet<>();

    private Intake(PlanReader.Draft lesson, Order order, String file) {
        this.target = new Target(lesson, order);
        this.order = order;
        this.file = file;
    }

    /**
     * What could be taken.
     *
     * @param yaml a bank file; empty if there is no item to put into it
     * @param items how many
     * @param faults why what is missing could not be taken, in the order of lines
     */
    public record Taken(String yaml, int items, List<ContentFault> faults) {
        public Taken {
            faults = faults.stream()
                    .sorted(Comparator.comparing(ContentFault::line))
                    .toList();
        }
    }

    /**
     * An item on its way.
     *
     * @param request the kind of request it is; empty if a reviewer is to say it, or the file says it for all
     */
    record Recorded(String prompt, int line, String request, Map<String, Response> responses) {}

    /**
     * Takes all that can be taken.
     *
     * @param lesson the lesson that the bank belongs to
     * @param file the table's name; its ending tells CSV from JSON Lines
     */
    public static Taken take(PlanReader.Draft lesson, Order order, String file, String text) {
        return new Intake(lesson, order, file).take(text);
    }

    private Taken take(String text) {
        Table table = Table.read(file, text, faults);
        if (isPossible(table)) {
            List<Row> rows = table.rows().stream().filter(order::wants).toList();
            if (rows.isEmpty() && faults.isEmpty()) {
                fault(0, table.rows().isEmpty() ? "there is no row in it" : noneWanted(table));
            }
            List<Recorded> whole = grouped(rows).stream().filter(this::isWhole).toList();
            String yaml = whole.isEmpty() ? "" : new BankText(target, order).of(whole);
            return new Taken(yaml, whole.size(), faults);
        }
        return new Taken("", 0, faults);
    }

    private boolean isPossible(Table table) {
        int before = faults.size();
        if (target.keys().isEmpty()) {
            fault(
                    0,
                    order.dimension().isEmpty()
                            ? "no step of the lesson guesses on the bank " + order.bank()
                            : "the bank " + order.bank() + " of the lesson has no values for the dimension "
                                    + order.dimension());
        }
        if (!table.columns().isEmpty()) {
            order.asked()
                    .filter(column -> !table.columns().contains(column))
                    .forEach(column -> fault(1, "there is no column " + column + "; there are " + table.columns()));
            order.asked()
                    .filter(table.twice()::contains)
                    .forEach(column -> fault(1, "the column " + column + " is there twice; which is meant?"));
        }
        return faults.size() == before;
    }

    /** What the columns hold by which rows were to be chosen. */
    private String noneWanted(Table table) {
        return order.where().entrySet().stream()
                .map(one -> one.getKey() + " is none of " + String.join(", ", new TreeSet<>(one.getValue()))
                        + "; it is "
                        + table.rows().stream()
                                .map(row -> row.cell(one.getKey()).strip())
                                .distinct()
                                .sorted()
                                .limit(A_FEW)
                                .collect(Collectors.joining(", ")))
                .sorted()
                .collect(Collectors.joining("; ", "no row is wanted: ", ""));
    }

    /** Items by prompt, in the order of the table. */
    private List<Recorded> grouped(List<Row> rows) {
        Map<String, Recorded> items = new LinkedHashMap<>();
        for (Row row : rows) {
            String prompt = text(row, order.columns().prompt());
            String response = text(row, order.columns().response());
            String name = row.cell(order.columns().key()).strip();
            String key = order.meaning(name);
            if (!prompt.isEmpty()) {
                int before = faults.size();
                Recorded item = items.computeIfAbsent(
                        prompt, first -> new Recorded(first, row.line(), "", new LinkedHashMap<>()));
                if (!target.keys().contains(key)) {
                    String known = String.join(", ", target.keys());
                    fault(
                            row.line(),
                            "“" + name + "” is none of " + known + "; --stage '" + name + "=…' says which it is");
                } else if (item.responses().containsKey(key)) {
                    fault(row.line(), "a second response of " + key + " to the prompt in line " + item.line());
                } else if (!response.isEmpty()) {
                    item.responses().put(key, new Response(response, provenance(row)));
                }
                if (response.isEmpty() || faults.size() > before) {
                    broken.add(prompt);
                }
            }
        }
        return List.copyOf(items.values());
    }

    private boolean isWhole(Recorded item) {
        Set<String> missing = new LinkedHashSet<>(target.keys());
        missing.removeAll(item.responses().keySet());
        if (!missing.isEmpty() && !broken.contains(item.prompt())) {
            fault(item.line(), "the prompt lacks a response of " + String.join(", ", missing));
        }
        target.asking(item.prompt())
                .ifPresent(entry ->
                        fault(item.line(), "the prompt is in the bank already: " + entry.file() + ":" + entry.line()));
        boolean models = item.responses().values().stream()
                .noneMatch(response -> response.provenance().model().isEmpty());
        if (!models) {
            fault(item.line(), "nothing tells which model answered");
        }
        return missing.isEmpty() && models && target.asking(item.prompt()).isEmpty();
    }

    /** The cell as it can stand in a file; empty, and a fault, if it cannot. */
    private String text(Row row, String column) {
        String clean = Scalar.clean(row.cell(column));
        if (clean.isEmpty()) {
            fault(row.line(), "the column " + column + " is empty");
        } else if (Scalar.isUnfit(clean)) {
            fault(row.line(), "the column " + column + " holds a character that is not text");
            return "";
        }
        return clean;
    }

    private Provenance provenance(Row row) {
        Order.Columns columns = order.columns();
        return new Provenance(
                Provenance.Origin.MODEL,
                line(row, columns.model()),
                "",
                line(row, columns.revision()),
                "",
                line(row, columns.sampling()),
                line(row, columns.date()),
                "",
                false,
                "");
    }

    private static String line(Row row, String column) {
        return column.isEmpty() ? "" : row.cell(column).strip().replaceAll("\\s+", " ");
    }

    private void fault(int line, String reason) {
        faults.add(new ContentFault(file, line, reason));
    }
}

package org.lessonbot.editorial.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lessonbot.editorial.Scalar;
import org.lessonbot.plan.ContentFault;
import org.lessonbot.plan.PlanReader;

/**
 * Prompts that models are to answer: one a line; the column of a table in CSV or JSON Lines; or those of one of the lesson's own
 * bank files. A prompt that stands twice is one.
 *
 * @param file where they stand
 * @param faults why what is missing could not be taken, in the order of lines
 */
public record PromptList(String file, List<Prompt> prompts, List<ContentFault> faults) {
    public PromptList {
        prompts = List.copyOf(prompts);
        faults = List.copyOf(faults);
    }

    /**
     * One of them.
     *
     * @param line where it stands, from 1
     * @param request the kind of request it is, where the list tells
     */
    public record Prompt(String text, int line, String request) {}

    /**
     * Reads a list.
     *
     * @param file its name, as people know it; its ending tells what it is
     * @param order names the column of a table, and which rows are wanted
     */
    public static PromptList read(PlanReader.Draft lesson, Order order, String file, String text) {
        List<ContentFault> faults = new ArrayList<>();
        List<Prompt> found = switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "csv", "tsv", "jsonl", "ndjson" -> table(order, file, text, faults);
            case "yaml" -> bank(lesson, file);
            default -> lines(text);
        };
        Map<String, Prompt> prompts = new LinkedHashMap<>();
        for (Prompt prompt : found) {
            if (Scalar.isUnfit(prompt.text())) {
                faults.add(new ContentFault(file, prompt.line(), "the prompt holds a character that is not text"));
            } else {
                prompts.putIfAbsent(prompt.text(), prompt);
            }
        }
        if (prompts.isEmpty() && faults.isEmpty()) {
            faults.add(new ContentFault(file, 0, "there is no prompt in it"));
        }
        return new PromptList(file, List.copyOf(prompts.values()), faults);
    }

    private static List<Prompt> lines(String text) {
        List<Prompt> prompts = new ArrayList<>();
        List<String> lines = Table.plain(text).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            add(prompts, lines.get(i), i + 1, "");
        }
        return prompts;
    }

    private static List<Prompt> table(Order order, String file, String text, List<ContentFault> faults) {
        Table table = Table.read(file, text, faults);
        order.asked()
                .filter(column -> !table.columns().contains(column))
                .forEach(column -> faults.add(
                        new ContentFault(file, 1, "there is no column " + column + "; there are " + table.columns())));
        List<Prompt> prompts = new ArrayList<>();
        table.rows().stream()
                .filter(order::wants)
                .forEach(row -> add(prompts, row.cell(order.columns().prompt()), row.line(), ""));
        return prompts;
    }

    /** Those of the lesson's own file, with the kinds of request they are. */
    private static List<Prompt> bank(PlanReader.Draft lesson, String file) {
        String path = file.replace('\\', '/');
        List<Prompt> prompts = new ArrayList<>();
        lesson.bank().stream()
                .filter(entry -> path.endsWith(entry.file()))
                .forEach(entry -> add(
                        prompts,
                        entry.item().prompt(),
                        entry.lines().getOrDefault("prompt", entry.line()),
                        entry.item().request()));
        return prompts;
    }

    private static void add(List<Prompt> prompts, String text, int line, String request) {
        String clean = Scalar.clean(text);
        if (!clean.isEmpty()) {
            prompts.add(new Prompt(clean, line, request));
        }
    }
}

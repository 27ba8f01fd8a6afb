package org.lessonbot.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads bank files: prompts, each with its responses by stage or by value. */
final class BankReader {
    private static final List<String> DIFFICULTIES = List.of("easy", "medium", "hard");

    private final List<ContentFault> faults;
    /** Where each id stands, of items at fault too: these would be left out of the entries. */
    private final Map<String, String> seen = new HashMap<>();

    BankReader(List<ContentFault> faults) {
        this.faults = faults;
    }

    /** All items of a file that can be read, in its order. */
    List<BankEntry> read(String file, String text, String language) {
        Part sheet = Sheet.read(file, text, faults);
        String bank = sheet.text("bank");
        String own = sheet.text("language");
        if (!language.isEmpty() && !own.equals(language)) {
            sheet.fault("language", "the lesson's language is " + language);
        }
        String dimension = sheet.text("dimension", "");
        String request = sheet.text("request", "");
        boolean lengthsDiffer = sheet.has("lengths_differ") && sheet.flag("lengths_differ");
        Map<String, Item.Value> values = values(sheet);
        Provenance provenance = provenance(sheet.part("provenance"));
        List<BankEntry> entries = new ArrayList<>();
        for (Part part : sheet.list("items")) {
            int before = faults.size();
            Review review = part.choice("review", Review.class);
            // What a review adds, only what passed it must have.
            boolean whole = review == Review.APPROVED;
            Item item = new Item(
                    id(part),
                    bank,
                    request.isEmpty() ? part.text("request", whole) : part.text("request", request),
                    dimension.isEmpty() ? difficulty(part, whole) : dimension,
                    part.text("prompt"),
                    responses(part, provenance, values),
                    values,
                    part.text("notice", whole));
            part.noMore();
            refuseDuplicate(item.id(), file, part.line());
            if (faults.size() == before) {
                entries.add(new BankEntry(item, review, lengthsDiffer, file, part.line(), lines(part, item)));
            }
        }
        sheet.noMore();
        return entries;
    }

    private void refuseDuplicate(String id, String file, int line) {
        String earlier = seen.putIfAbsent(id, file + ":" + line);
        if (earlier != null) {
            faults.add(new ContentFault(file, line, "there is an item " + id + " already, in " + earlier));
        }
    }

    private static Map<String, Integer> lines(Part part, Item item) {
        Map<String, Integer> lines = new HashMap<>();
        for (String field : List.of("id", "request", "difficulty", "review", "prompt", "responses", "notice")) {
            lines.put(field, part.line(field));
        }
        item.keys().forEach(key -> lines.put(BankEntry.response(key), part.line(BankEntry.response(key))));
        return lines;
    }

    private static String difficulty(Part part, boolean required) {
        String difficulty = part.text("difficulty", required);
        if (!difficulty.isEmpty() && !DIFFICULTIES.contains(difficulty)) {
            part.fault("difficulty", "difficulty must be one of " + String.join(", ", DIFFICULTIES));
        }
        return difficulty;
    }

    private static String id(Part part) {
        String id = part.text("id");
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            part.fault("id", "an id is kebab-case: " + id);
        }
        return id;
    }

    private static Map<String, Item.Value> values(Part sheet) {
        Map<String, Item.Value> values = new HashMap<>();
        if (sheet.has("values")) {
            sheet.parts("values").forEach((key, part) -> {
                values.put(key, new Item.Value(part.text("name"), part.text("says"), part.text("reason", "")));
                part.noMore();
            });
        }
        return values;
    }

    private static Map<String, Response> responses(Part item, Provenance provenance, Map<String, Item.Value> values) {
        Map<String, Response> responses = new HashMap<>();
        item.parts("responses").forEach((key, part) -> {
            if (part.isText()) {
                if (part.text().isEmpty()) {
                    item.fault(BankEntry.response(key), "the response " + key + " is empty");
                }
                responses.put(key, new Response(part.text(), provenance));
            } else {
                responses.put(key, new Response(part.text("text"), provenance(part.part("provenance"))));
                part.noMore();
            }
        });
        if (responses.size() < 2) {
            item.fault("responses", "an item needs two responses or more");
        }
        if (!values.isEmpty() && !responses.keySet().equals(values.keySet())) {
            item.fault("responses", "there must be one response for each of " + values.keySet());
        }
        return responses;
    }

    private static Provenance provenance(Part part) {
        Provenance.Origin origin = part.choice("origin", Provenance.Origin.class);
        Provenance provenance = new Provenance(
                origin,
                part.text("model", origin.isModel()),
                part.text("label", ""),
                part.text("revision", ""),
                part.text("server", ""),
                part.text("sampling", ""),
                part.text("date", ""),
                part.text("duration", ""),
                part.has("cut") && part.flag("cut"),
                part.text("note", ""));
        part.noMore();
        return provenance;
    }
}

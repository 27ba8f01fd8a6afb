package org.lessonbot.editorial;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lessonbot.chat.Words;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.Item;

/**
 * Items in an order that tells nothing, for somebody who has not seen them: responses one at a time where a class names their
 * stages, both of a pair where it chooses.
 *
 * @param text what is read, with a number before each
 * @param key what each number was, a line each: number, item, and the stage of its response or the values of A and B, with tabs between
 */
public record Blind(String text, String key) {
    private record Sheet(Item item, List<String> shown) {
        String name() {
            return item.id() + "/" + String.join("/", shown);
        }
    }

    /**
     * Of all the items of one bank.
     *
     * @param seed by which they are shuffled; the same one gives the same order
     */
    public static Blind of(List<Item> items, long seed, Words words) {
        List<Sheet> sheets = items.stream()
                .flatMap(item -> sheets(item, seed))
                .sorted(Comparator.comparing(sheet -> Edition.hash(seed + "/" + sheet.name())))
                .toList();
        StringBuilder text = new StringBuilder(head(items, words)).append('\n');
        StringBuilder key = new StringBuilder();
        IntStream.range(0, sheets.size()).forEach(at -> {
            Sheet sheet = sheets.get(at);
            String number = String.format(Locale.ROOT, "%03d", at + 1);
            text.append("\n===== ").append(number).append(" =====\n\n").append(body(sheet, words));
            key.append(number).append('\t').append(sheet.item().id());
            sheet.shown().forEach(shown -> key.append('\t').append(shown));
            key.append('\n');
        });
        return new Blind(text.toString(), key.toString());
    }

    private static boolean compares(Item item) {
        return !item.values().isEmpty();
    }

    private static Stream<Sheet> sheets(Item item, long seed) {
        Comparator<String> shuffled = Comparator.comparing(key -> Edition.hash(seed + "/" + item.id() + "/" + key));
        return compares(item)
                ? Stream.of(
                        new Sheet(item, item.keys().stream().sorted(shuffled).toList()))
                : item.keys().stream().map(key -> new Sheet(item, List.of(key)));
    }

    private static String head(List<Item> items, Words words) {
        if (items.stream().anyMatch(Blind::compares)) {
            return words.say("blind.pairs");
        }
        List<String> stages =
                items.stream().flatMap(item -> item.keys().stream()).distinct().toList();
        return words.say("blind.stages", String.join(", ", stages));
    }

    private static String body(Sheet sheet, Words words) {
        StringBuilder body = new StringBuilder();
        body.append(words.say("item.prompt"))
                .append(": ")
                .append(sheet.item().prompt())
                .append("\n\n");
        for (int side = 0; side < sheet.shown().size(); side++) {
            String name = compares(sheet.item()) ? String.valueOf((char) ('A' + side)) : words.say("item.response");
            body.append(name)
                    .append(":\n")
                    .append(sheet.item()
                            .response(sheet.shown().get(side))
                            .text()
                            .strip())
                    .append("\n\n");
        }
        return body.toString().stripTrailing() + "\n";
    }
}

package org.lessonbot.editorial.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.lessonbot.editorial.Scalar;

/** Changes fields of one item in the text of a bank file, and leaves every other character, comments too, as it is. */
final class BankEdit {
    private static final int WIDTH = 118;
    private static final int STEP = 2;
    private static final String ID = "id";
    private static final String NOTICE = "notice";

    private BankEdit() {}

    private record Change(int start, int end, String text) {}

    /**
     * The text with these fields.
     *
     * @param changes new texts by field; a field that the item lacks is added
     * @throws NoSuchElementException if there is no such item
     */
    static String apply(String text, String id, Map<String, String> changes) {
        Map<String, Fields.Place> fields = Fields.of(text, id);
        Fields.Place name = fields.get(ID);
        if (name == null) {
            throw new NoSuchElementException("there is no item " + id);
        }
        int last = fields.values().stream().mapToInt(Fields.Place::end).max().orElse(name.end());
        List<Change> all = new ArrayList<>();
        changes.forEach((field, value) -> {
            Fields.Place place = fields.get(field);
            if (place != null) {
                all.add(new Change(place.start(), place.end(), scalar(text, place, value)));
            } else {
                int at = field.equals(NOTICE) ? last : name.end();
                String line = "\n" + " ".repeat(name.column()) + field + ": ";
                all.add(new Change(at, at, line + folded(value, name.column() + STEP)));
            }
        });
        StringBuilder edited = new StringBuilder(text);
        // From the end, so that the places before stay where they are.
        all.stream()
                .sorted(Comparator.comparingInt(Change::start).reversed())
                .forEach(change -> edited.replace(change.start(), change.end(), change.text()));
        return edited.toString();
    }

    /** In the style that stands there already. */
    private static String scalar(String text, Fields.Place place, String value) {
        int indent = place.column() + STEP;
        return switch (text.charAt(place.start())) {
            case '|' -> Scalar.block(value, indent);
            case '>' -> folded(value, indent);
            default -> Scalar.of(value, indent);
        };
    }

    /** Wrapped lines for one paragraph; several keep their lines. */
    private static String folded(String value, int indent) {
        String clean = Scalar.clean(value);
        if (clean.indexOf('\n') >= 0) {
            return Scalar.block(clean, indent);
        }
        if (Scalar.isBare(clean)) {
            return clean;
        }
        String margin = " ".repeat(indent);
        StringBuilder lines = new StringBuilder(">-");
        StringBuilder line = new StringBuilder();
        for (String word : Arrays.asList(clean.split("\\s+"))) {
            if (!line.isEmpty() && indent + line.length() + 1 + word.length() > WIDTH) {
                lines.append('\n').append(margin).append(line);
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        return lines.append('\n').append(margin).append(line).toString();
    }
}

package org.lessonbot.tck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A student who knows nothing of lessons: presses what can be pressed, fills in what is asked, and waits for the answer. */
final class Pupil {
    /** What the texts of one form differ by. */
    static final String AGAIN = "And why? ";

    /** Of so many buttons side by side, one is chosen; of fewer, each is tried. */
    private static final int ALTERNATIVES = 3;

    /** The same from everybody, so that no golden depends on how a platform names people. */
    private static final String THOUGHT = "What would an owl say to that?";

    private final Classroom room;
    private final int number;
    private final Someone who;

    Pupil(Classroom room, int number) {
        this.room = room;
        this.number = number;
        this.who = Someone.student(number);
    }

    Someone who() {
        return who;
    }

    /**
     * Answers everything that a post asks.
     *
     * @return what came back, in order
     */
    List<Seen> answer(Card card) {
        Map<Integer, List<Card.Button>> rows = new TreeMap<>();
        card.buttons().stream()
                .filter(Card.Button::enabled)
                .forEach(button -> rows.computeIfAbsent(button.row(), row -> new ArrayList<>())
                        .add(button));
        List<Seen> back = new ArrayList<>();
        rows.values().forEach(row -> choose(row).forEach(button -> back.add(press(card, button))));
        card.pickers().forEach(picker -> back.add(pick(card, picker)));
        return back;
    }

    /** Does the first thing that a card asks for beside what these buttons do. */
    Optional<Seen> begin(Card card, Set<String> beside) {
        Map<Integer, List<Card.Button>> rows = card.buttons().stream()
                .filter(button -> button.enabled() && !beside.contains(button.label()))
                .collect(Collectors.groupingBy(Card.Button::row, TreeMap::new, Collectors.toList()));
        return rows.values().stream()
                .findFirst()
                .map(row -> press(card, choose(row).get(0)))
                .or(() -> card.pickers().stream().findFirst().map(picker -> pick(card, picker)));
    }

    private List<Card.Button> choose(List<Card.Button> row) {
        return row.size() < ALTERNATIVES ? row : List.of(row.get(number % row.size()));
    }

    private Seen press(Card card, Card.Button button) {
        Seen seen = room.press(who, card, button);
        return seen.form().map(this::fillIn).orElse(seen);
    }

    private Seen pick(Card card, Card.Picker picker) {
        int first = number % picker.options().size();
        return room.pick(who, card, picker, List.of(picker.options().get(first)));
    }

    private Seen fillIn(Sheet sheet) {
        Map<String, String> values = new HashMap<>();
        for (Sheet.Field field : sheet.fields()) {
            values.put(field.label(), value(field, values.size()));
        }
        return room.submit(who, sheet, values);
    }

    /** No two fields alike: what is there already is not taken twice. */
    private String value(Sheet.Field field, int before) {
        if (!field.options().isEmpty()) {
            return field.options().get((number + before) % field.options().size());
        }
        String thought = AGAIN.repeat(before) + THOUGHT;
        return thought.substring(0, Math.min(thought.length(), field.limit()));
    }
}

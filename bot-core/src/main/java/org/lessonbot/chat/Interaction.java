package org.lessonbot.chat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Something one person did in one room.
 *
 * @param id the platform's id of the event: the same when it is delivered twice; it may tell who did it
 * @param at when it reached us
 */
public record Interaction(String id, Room room, Person person, Instant at, Act act) {
    /** Characters of a message that are left to others where something is quoted. */
    private static final int ROOM_BESIDE = 800;

    /** The same with what was written as it can be seen: so it is judged and kept. */
    public Interaction visible() {
        return new Interaction(id, room, person, at, act.visible());
    }

    /** Takes each kind of act for itself. */
    public interface Visitor<R> {
        R command(Command command);

        R press(Press press);

        R pick(Pick pick);

        R submit(Submit submit);
    }

    /** What was done. */
    public sealed interface Act {
        <R> R accept(Visitor<R> visitor);

        /** The same with what was written as it can be seen. */
        default Act visible() {
            return this;
        }

        /** The fields in which something was written and nothing of it can be seen. */
        default Set<String> unseen() {
            return written().entrySet().stream()
                    .filter(field -> !field.getValue().isBlank() && !VisibleText.isSeen(field.getValue()))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toUnmodifiableSet());
        }

        /** What was written by hand for it, by field: nothing that was chosen, which is a key of ours and no text. */
        default Map<String, String> written() {
            return Map.of();
        }

        /**
         * What was written, as quotes below this label, short enough for one message beside a few sentences: for somebody
         * whose act did not count and who would have to write it all again. Empty if nothing was written.
         */
        default List<Block> quoted(String label) {
            List<String> texts = new TreeMap<>(written())
                    .values().stream().filter(VisibleText::isSeen).toList();
            int each = Math.min(Limits.BLOCK, (Limits.MESSAGE - ROOM_BESIDE) / Math.max(1, texts.size()));
            List<Block> quotes = new ArrayList<>();
            for (String text : texts) {
                quotes.add(new Block.Quote(quotes.isEmpty() ? label : "", Limits.fit(text, each), ""));
            }
            return quotes;
        }
    }

    /** What is done with something that a message of ours held. */
    public sealed interface Aimed extends Act {
        Action action();
    }

    /**
     * A slash command: {@code /lesson name option:value}.
     *
     * @param left what was typed beside it and belongs to no option, piece by piece; nothing of it may be passed over
     * @param picked the options whose values the platform had somebody pick, such as a person by their id
     */
    public record Command(String name, Map<String, String> options, List<String> left, Set<String> picked)
            implements Act {
        public Command {
            options = Map.copyOf(options);
            left = List.copyOf(left);
            picked = Set.copyOf(picked);
        }

        /** One whose values were all typed. */
        public Command(String name, Map<String, String> options) {
            this(name, options, List.of(), Set.of());
        }

        @Override
        public Map<String, String> written() {
            Map<String, String> all = new HashMap<>(options);
            all.keySet().removeAll(picked);
            Verb.command(name)
                    .ifPresent(verb -> verb.options().stream()
                            .filter(option -> option.choices().contains(option(option.name())))
                            .forEach(option -> all.remove(option.name())));
            for (int i = 0; i < left.size(); i++) {
                all.put("left-" + i, left.get(i));
            }
            return all;
        }

        @Override
        public Command visible() {
            return new Command(
                    name, seen(options), left.stream().map(VisibleText::body).toList(), picked);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.command(this);
        }

        /** The option's value, or the empty string. */
        public String option(String option) {
            return options.getOrDefault(option, "");
        }
    }

    /** A button. */
    public record Press(Action action) implements Aimed {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.press(this);
        }
    }

    /** One or more options of a picker. */
    public record Pick(Action action, List<String> values) implements Aimed {
        public Pick {
            values = List.copyOf(values);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.pick(this);
        }
    }

    /** A form, by field name. */
    public record Submit(Action action, Map<String, String> values) implements Aimed {
        public Submit {
            values = Map.copyOf(values);
        }

        @Override
        public Map<String, String> written() {
            return values.entrySet().stream()
                    .filter(field -> !Form.CHOSEN.contains(field.getKey()))
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        @Override
        public Submit visible() {
            return new Submit(action, seen(values));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.submit(this);
        }

        /** The field's value without surrounding blanks, or the empty string. */
        public String value(String field) {
            return values.getOrDefault(field, "").strip();
        }
    }

    private static Map<String, String> seen(Map<String, String> written) {
        return written.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, field -> VisibleText.body(field.getValue())));
    }
}

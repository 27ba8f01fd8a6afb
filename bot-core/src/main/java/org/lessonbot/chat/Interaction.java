package org.lessonbot.chat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Something one person did in one room.
 *
 * @param id the platform's id of the event: the same when it is delivered twice
 * @param at when it reached us
 */
public record Interaction(String id, Room room, Person person, Instant at, Act act) {

    /** What was done. */
    public sealed interface Act {}

    /** What is done with something that a message of ours held. */
    public sealed interface Aimed extends Act {
        Action action();
    }

    /** A slash command: {@code /lesson name option:value}. */
    public record Command(String name, Map<String, String> options) implements Act {
        public Command {
            options = Map.copyOf(options);
        }

        /** The option's value, or the empty string. */
        public String option(String option) {
            return options.getOrDefault(option, "");
        }
    }

    /** A button. */
    public record Press(Action action) implements Aimed {}

    /** One or more options of a picker. */
    public record Pick(Action action, List<String> values) implements Aimed {
        public Pick {
            values = List.copyOf(values);
        }
    }

    /** A form, by field name. */
    public record Submit(Action action, Map<String, String> values) implements Aimed {
        public Submit {
            values = Map.copyOf(values);
        }

        /** The field's value without surrounding blanks and characters that no text can hold, or the empty string. */
        public String value(String field) {
            return values.getOrDefault(field, "").replace("\0", "").strip();
        }
    }
}

package org.lessonbot.benchmarks.soak;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lessonbot.chat.Action;

/** One person before their client. What the bot does not answer in good time counts as silence. */
interface Seat {
    Duration SILENCE = Duration.ofSeconds(5);

    /** What leads on is seen in the room, and answered by nothing. */
    Duration SOON = Duration.ofSeconds(1);

    static Duration patience(String command) {
        return command.equals("next") ? SOON : SILENCE;
    }

    /** What can be pressed in the newest post that has something to press. */
    List<Action> room();

    /** They use {@code /lesson name}. */
    Answer command(String name, Map<String, String> options);

    /** They press what they see, in a post or in what they alone were shown. */
    Answer press(Action action);

    /** They close what they have open. */
    default void leave() {}

    /** What came of an act: what can be pressed in it, or a form. */
    record Answer(List<Action> actions, Optional<Form> form) {
        static final Answer NOTHING = new Answer(List.of(), Optional.empty());

        static Answer of(List<Action> actions) {
            return new Answer(actions, Optional.empty());
        }

        static Answer of(Form form) {
            return new Answer(List.of(), Optional.of(form));
        }
    }

    /** @param send takes what was filled in, by field */
    record Form(List<Field> fields, Function<Map<String, String>, Answer> send) {}

    /**
     * @param choices empty where something is written
     * @param most characters
     */
    record Field(String name, List<String> choices, int most) {}
}

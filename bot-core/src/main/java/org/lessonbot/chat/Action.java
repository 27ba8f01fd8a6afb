package org.lessonbot.chat;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a button, picker or form does, small enough to travel in its id, so that it still works after a restart.
 *
 * <p>It is a claim and not a right: whoever presses is checked against the lesson on the server, whatever the id says.
 *
 * @param lesson the lesson's number
 * @param step the id of the step it belongs to; empty for the lesson as a whole
 * @param round the number of the round, from 1; 0 for the step as a whole
 * @param verb what to do, for example {@code guess}
 * @param argument with what, for example {@code base}; may be empty
 */
public record Action(long lesson, String step, int round, String verb, String argument) {
    private static final Pattern SHAPE =
            Pattern.compile("([0-9a-z]{1,13})/([a-z0-9-]{0,24})/(\\d{1,4})/([a-z-]{1,16})/(.*)");

    public Action {
        String id = id(lesson, step, round, verb, argument);
        if (id.length() > Limits.ACTION || !SHAPE.matcher(id).matches()) {
            throw new IllegalArgumentException("not an action that fits every platform: " + id);
        }
    }

    /** What is asked of a lesson as a whole. */
    public static Action of(long lesson, Verb verb, String argument) {
        return new Action(lesson, "", 0, verb.word(), argument);
    }

    /** The id that travels through the platform: at most {@link Limits#ACTION} characters. */
    public String id() {
        return id(lesson, step, round, verb, argument);
    }

    /** The action an id stands for, or nothing when it is none of ours. */
    public static Optional<Action> parse(String id) {
        var matcher = SHAPE.matcher(id);
        if (id.length() > Limits.ACTION || !matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Action(
                    Long.parseLong(matcher.group(1), 36),
                    matcher.group(2),
                    Integer.parseInt(matcher.group(3)),
                    matcher.group(4),
                    matcher.group(5)));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    private static String id(long lesson, String step, int round, String verb, String argument) {
        return Long.toString(lesson, 36) + "/" + step + "/" + round + "/" + verb + "/" + argument;
    }
}

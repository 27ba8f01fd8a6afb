package org.lessonbot.lesson;

import java.time.Instant;

/**
 * That a lesson was moved, by a person or by the clock.
 *
 * @param kind what moved it, by the simple name of the move: {@code Next}, {@code Pause}
 * @param step where the lesson was until then
 */
public record Moved(String kind, String step, Instant at) {}

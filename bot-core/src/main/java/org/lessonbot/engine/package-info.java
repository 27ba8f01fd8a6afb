/**
 * The shell around the activities: who may do what, which activity's turn it is, what is written, what is posted when.
 *
 * <p>{@code Engine} is what adapters ask, {@code Platform} the port that they implement. {@code LessonEngine} takes
 * interactions, {@code RoundActs} asks the activity, {@code Publisher} lets posts follow facts. May use {@code chat}, {@code lesson}, {@code activity},
 * {@code plan}, {@code draft}, {@code models}, {@code report} and {@code store}; knows no platform.
 */
@NullMarked
package org.lessonbot.engine;

import org.jspecify.annotations.NullMarked;

/**
 * The shell around the activities: who may do what, which activity's turn it is, what is written, what is posted when.
 *
 * <p>{@code LessonEngine} takes interactions, {@code RoundActs} asks the activity, {@code Publisher} lets posts follow
 * facts, {@code Platform} is the port that adapters implement. May use {@code chat}, {@code lesson}, {@code activity},
 * {@code plan}, {@code report} and {@code store}; knows no platform.
 */
@NullMarked
package org.lessonbot.engine;

import org.jspecify.annotations.NullMarked;

/**
 * A lesson over days, everybody at their own pace: where people are on their way, and what a club sees of it. Pure: facts and the
 * moment are handed in.
 *
 * <p>{@code Path} answers where somebody is, {@code Differing} whose reason they are shown, {@code Reminders} who is reminded and when,
 * {@code Hub}, {@code ClubConsole}, {@code ReasonsPage} and {@code ClubSummary} draw. May use {@code chat}, {@code lesson}, {@code plan}, {@code report} and
 * {@code time}.
 */
@NullMarked
package org.lessonbot.club;

import org.jspecify.annotations.NullMarked;

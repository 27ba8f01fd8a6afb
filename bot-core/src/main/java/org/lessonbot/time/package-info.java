/**
 * Times as people have them: a local time in a zone, daily windows, zones by name, and what somebody typed about a time.
 *
 * <p>Everything follows from its arguments: no clock is read here, {@code now} is handed in, and the computer's own zone and
 * language decide nothing. There is one law for what a change of clocks skips or repeats, {@link org.lessonbot.time.LocalMoment}'s; Java,
 * PostgreSQL and db-scheduler have others, so whoever needs an instant asks here. May use {@code java.*}, and ICU's tables of zones and
 * languages, so that the same is understood on every version of Java.
 */
@NullMarked
package org.lessonbot.time;

import org.jspecify.annotations.NullMarked;

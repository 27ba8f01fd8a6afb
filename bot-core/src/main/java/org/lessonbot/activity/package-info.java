/**
 * What a class does at a step. One package an activity; {@link org.lessonbot.activity.Activities} lists them all.
 *
 * <p>An activity is a pure function from facts to what is shown, and from an interaction to what is kept. No clock, no
 * randomness of its own, no SQL, no platform. May use {@code chat}, {@code lesson}, {@code draft}, {@code plan}'s records and
 * {@code report}'s statistics.
 */
@NullMarked
package org.lessonbot.activity;

import org.jspecify.annotations.NullMarked;

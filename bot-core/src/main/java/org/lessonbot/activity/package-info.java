/**
 * What a class does at a step. One package an activity; {@link org.lessonbot.activity.Activities} lists them all.
 *
 * <p>An activity is a pure function from facts to what is shown, and from an interaction to what is kept. No clock, no
 * randomness of its own, no SQL, no platform. May use {@code chat}, {@code lesson}, {@code plan}'s records and
 * {@code time}; {@code draft} and {@code models} for what models brought; the statistics of {@code report} and {@code reward}, and
 * {@code picture}.
 */
@NullMarked
package org.lessonbot.activity;

import org.jspecify.annotations.NullMarked;

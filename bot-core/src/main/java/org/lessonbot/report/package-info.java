/**
 * What a class did: in figures (how far it agreed, what it preferred, what it mistook for what), and as tables to take away.
 *
 * <p>Statistics here are immutable values made from counts by pure functions; exports are text made from a lesson's facts. Both
 * may use {@code java.*}, {@code chat}'s words, {@code lesson}, {@code plan} and {@code picture}, never the store, a clock or a platform. Whatever is undefined for the
 * data at hand is an empty optional, never {@code NaN}. Words for people belong to the locale
 * files; what pictures say in words is taken from there.
 */
@NullMarked
package org.lessonbot.report;

import org.jspecify.annotations.NullMarked;

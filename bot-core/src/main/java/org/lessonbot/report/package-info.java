/**
 * What a class did, in figures: how far it agreed, what it preferred, what it mistook for what.
 *
 * <p>Statistics here are immutable values made from counts by pure functions. They may use {@code java.*} and each
 * other, never the store, a clock or a chat. Whatever is undefined for the data at hand is an empty optional, never
 * {@code NaN}. Words for people belong to the locale files.
 */
@NullMarked
package org.lessonbot.report;

import org.jspecify.annotations.NullMarked;

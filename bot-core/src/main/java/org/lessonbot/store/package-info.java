/**
 * PostgreSQL: migrations, lessons, entries, posts. All SQL of the core; adapters that keep tables of their own have it in a
 * room called {@code tables}.
 *
 * <p>Every statement a click causes is here, with its conditions inside it, so that a late click loses by SQL and not by
 * luck. May use {@code chat}, {@code lesson}, {@code draft}, {@code time} and {@code plan}'s pairings; knows no activity and no platform.
 */
@NullMarked
package org.lessonbot.store;

import org.jspecify.annotations.NullMarked;

/**
 * PostgreSQL: migrations, lessons, entries, posts. The only room that knows SQL.
 *
 * <p>Every statement a click causes is here, with its conditions inside it, so that a late click loses by SQL and not by
 * luck. May use {@code chat} and {@code lesson}; knows no activity and no platform.
 */
@NullMarked
package org.lessonbot.store;

import org.jspecify.annotations.NullMarked;

/**
 * What became of a lesson, as pages to read, to print and to keep: each is one file that needs nothing else, no script, and no way
 * out.
 *
 * <p>Everything here follows from facts that are handed in; what people see of a round is drawn by its activity. May use {@code chat}, {@code plan},
 * {@code lesson}, {@code club}, {@code activity}, {@code report}, {@code reward} and {@code picture}, never the store, a clock or a chat's
 * adapter. People go by pseudonyms in all that is
 * drawn, unless names were asked for: the roster that activities are given has no names then.
 */
@NullMarked
package org.lessonbot.page;

import org.jspecify.annotations.NullMarked;

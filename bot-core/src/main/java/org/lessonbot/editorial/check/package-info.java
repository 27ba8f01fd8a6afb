/**
 * What keeps a bank worth teaching from: rules that name every fault with its file and line, and figures. Pure.
 *
 * <p>May use {@code chat}, {@code plan}, {@code activity}'s records and {@code editorial}.
 */
@NullMarked
package org.lessonbot.editorial.check;

import org.jspecify.annotations.NullMarked;

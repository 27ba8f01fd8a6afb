/**
 * Takes recorded answers of real models into a bank file for review: all of a table or nothing, and every row that cannot
 * be taken is named.
 *
 * <p>May use {@code chat}, {@code plan}, {@code activity}'s records and {@code editorial}; a CSV reader.
 */
@NullMarked
package org.lessonbot.editorial.intake;

import org.jspecify.annotations.NullMarked;

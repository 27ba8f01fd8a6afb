/**
 * Takes answers of real models into a bank file for review. {@link Intake} takes recorded ones: all of a table or nothing, and
 * every row that cannot be taken is named. {@link Drafting} asks for them, and may be stopped at any moment.
 *
 * <p>May use {@code chat}, {@code plan}, {@code models}, {@code activity}'s records and {@code editorial}; a CSV reader.
 */
@NullMarked
package org.lessonbot.editorial.intake;

import org.jspecify.annotations.NullMarked;

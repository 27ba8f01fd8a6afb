/**
 * The facts: where a lesson stands, who takes part, what they entered. Records and questions to them, nothing else.
 *
 * <p>Everything people see is drawn from these and the plan; everything people do becomes one of these. May use
 * {@code chat}, {@code plan} and {@code time}.
 */
@NullMarked
package org.lessonbot.lesson;

import org.jspecify.annotations.NullMarked;

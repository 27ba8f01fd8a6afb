/**
 * Figures, and how to get them again: the program that measures builds in turn, the server they share and what they are
 * compared with.
 *
 * <p>Stands on {@code inside}, the core's embedded database and Gson; nothing depends on it.
 */
@NullMarked
package org.lessonbot.benchmarks;

import org.jspecify.annotations.NullMarked;

/**
 * Figures, and how to get them again.
 *
 * <p>It may use the core and JMH; nothing depends on it.
 */
@NullMarked
package org.lessonbot.benchmarks;

import org.jspecify.annotations.NullMarked;

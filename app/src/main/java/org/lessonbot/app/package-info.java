/**
 * Main, configuration, wiring and the command line: the one place that sees everything, and that prints.
 */
@NullMarked
package org.lessonbot.app;

import org.jspecify.annotations.NullMarked;

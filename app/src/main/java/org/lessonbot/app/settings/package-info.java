/**
 * What can be set, and what was: one table of keys, read from a file and the environment, checked as a whole.
 *
 * <p>{@code Keys} is the table; reading, checking, the example file and the help follow from it. Touches files and
 * nothing else; prints nothing.
 */
@NullMarked
package org.lessonbot.app.settings;

import org.jspecify.annotations.NullMarked;

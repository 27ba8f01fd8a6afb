/** Stage Matcher: one response is shown, and everybody guesses which training stage gave it. */
@NullMarked
package org.lessonbot.activity.stagematch;

import org.jspecify.annotations.NullMarked;

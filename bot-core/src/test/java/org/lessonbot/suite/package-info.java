/** How a run of tests reports, and what all try odd input with. Every module's tests have it on their class path. */
@NullMarked
package org.lessonbot.suite;

import org.jspecify.annotations.NullMarked;

/** Investigate: pairs think about the chosen questions and write down one answer together. */
@NullMarked
package org.lessonbot.activity.investigate;

import org.jspecify.annotations.NullMarked;

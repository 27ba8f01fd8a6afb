/** Rater's shift: everybody rates many pairs alone, at their own speed, and the class sees what a model learns from that. */
@NullMarked
package org.lessonbot.activity.shift;

import org.jspecify.annotations.NullMarked;

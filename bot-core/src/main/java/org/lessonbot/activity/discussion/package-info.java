/** Discussion: one specific question at a time, and thoughts without names. */
@NullMarked
package org.lessonbot.activity.discussion;

import org.jspecify.annotations.NullMarked;

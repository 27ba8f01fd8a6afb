/** Feedback: a rating and a few words, seen by the teacher after class. */
@NullMarked
package org.lessonbot.activity.feedback;

import org.jspecify.annotations.NullMarked;

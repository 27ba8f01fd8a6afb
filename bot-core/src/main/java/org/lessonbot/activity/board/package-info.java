/** Question review: all questions on one board, upvoted by the class, sorted out by the teacher. */
@NullMarked
package org.lessonbot.activity.board;

import org.jspecify.annotations.NullMarked;

/** The moves of a lesson, each in one transaction on the lesson's row, whoever or whatever makes them. */
@NullMarked
package org.lessonbot.engine.moves;

import org.jspecify.annotations.NullMarked;

/**
 * What is seen of a lesson: by the room, by those who lead it, by one member of a club. Draws, and changes nothing but which reasons somebody
 * was shown.
 */
@NullMarked
package org.lessonbot.engine.drawing;

import org.jspecify.annotations.NullMarked;

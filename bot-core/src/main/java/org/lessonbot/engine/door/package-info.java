/**
 * The door: takes what people do in any chat, finds who in the house is to do it, and answers. Puts the house together; and reads what others
 * show or export of lessons.
 */
@NullMarked
package org.lessonbot.engine.door;

import org.jspecify.annotations.NullMarked;

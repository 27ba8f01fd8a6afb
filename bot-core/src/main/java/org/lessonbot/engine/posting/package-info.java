/**
 * Lets posts follow facts, at the platform's pace, and tells people unasked what is news for them. Reminders alone are brought by another room.
 */
@NullMarked
package org.lessonbot.engine.posting;

import org.jspecify.annotations.NullMarked;

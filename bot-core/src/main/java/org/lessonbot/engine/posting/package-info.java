/**
 * Lets posts follow facts, at the platform's pace, and tells people unasked what is news for them. The only room that posts and edits.
 */
@NullMarked
package org.lessonbot.engine.posting;

import org.jspecify.annotations.NullMarked;

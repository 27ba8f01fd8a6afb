/**
 * What models are asked for one class: a prompt, a voice for each response wanted, and what has come of each. A draft is seen by teachers
 * alone until one of them uses it. Pure: who asks, and when, is the engine's.
 *
 * <p>May use {@code plan} and {@code models}.
 */
@NullMarked
package org.lessonbot.draft;

import org.jspecify.annotations.NullMarked;

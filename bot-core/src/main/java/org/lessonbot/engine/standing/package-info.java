/**
 * Where lessons stand: remembered, read, and asked of the activity whose turn it is. All that an act is judged by and all that is drawn
 * comes from here. May use {@code activity}, {@code store} and the facts; draws nothing, and decides no move.
 */
@NullMarked
package org.lessonbot.engine.standing;

import org.jspecify.annotations.NullMarked;

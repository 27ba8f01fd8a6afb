/**
 * What happens by the clock, once over all instances: deadlines, reminders, what is erased; and what people mean by a time that they type.
 */
@NullMarked
package org.lessonbot.engine.clock;

import org.jspecify.annotations.NullMarked;

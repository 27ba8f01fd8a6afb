/** What follows from an act in a round: the activity judges it, it is committed unless things have changed, and then it is answered. */
@NullMarked
package org.lessonbot.engine.click;

import org.jspecify.annotations.NullMarked;

/** What people do for themselves: come and go, go on at their own pace, see what is kept of them, have it erased, wish to be reminded. */
@NullMarked
package org.lessonbot.engine.people;

import org.jspecify.annotations.NullMarked;

/** Welcome: what happens today, who leads, what is kept, and the button to join. */
@NullMarked
package org.lessonbot.activity.welcome;

import org.jspecify.annotations.NullMarked;

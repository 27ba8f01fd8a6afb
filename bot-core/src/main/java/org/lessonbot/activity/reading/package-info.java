/** Reading: a few short passages that everybody reads before they try something. */
@NullMarked
package org.lessonbot.activity.reading;

import org.jspecify.annotations.NullMarked;

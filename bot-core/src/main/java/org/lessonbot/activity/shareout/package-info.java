/** Share out: the pairs' answers, one at a time. */
@NullMarked
package org.lessonbot.activity.shareout;

import org.jspecify.annotations.NullMarked;

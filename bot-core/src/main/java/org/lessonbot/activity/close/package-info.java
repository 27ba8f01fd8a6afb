/** Close: what this class did today, in figures and in a few words. */
@NullMarked
package org.lessonbot.activity.close;

import org.jspecify.annotations.NullMarked;

/** Preference Rater: two responses are shown, and everybody says which is better. */
@NullMarked
package org.lessonbot.activity.preference;

import org.jspecify.annotations.NullMarked;

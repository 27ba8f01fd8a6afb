/** Generate questions: each pair writes a list of what it wants to know. */
@NullMarked
package org.lessonbot.activity.questions;

import org.jspecify.annotations.NullMarked;

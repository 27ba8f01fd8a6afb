/** What whoever leads does: starts a lesson, moves it, looks after people, sees to a club's ends and reasons. */
@NullMarked
package org.lessonbot.engine.leading;

import org.jspecify.annotations.NullMarked;

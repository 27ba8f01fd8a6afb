@NullMarked
package org.lessonbot.picture;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.lessonbot.picture.png;

import org.jspecify.annotations.NullMarked;

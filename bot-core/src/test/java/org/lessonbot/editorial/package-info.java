@NullMarked
package org.lessonbot.editorial;

import org.jspecify.annotations.NullMarked;

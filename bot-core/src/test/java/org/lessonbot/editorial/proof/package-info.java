@NullMarked
package org.lessonbot.editorial.proof;

import org.jspecify.annotations.NullMarked;

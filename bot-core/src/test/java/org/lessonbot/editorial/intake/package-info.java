@NullMarked
package org.lessonbot.editorial.intake;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.lessonbot.models;

import org.jspecify.annotations.NullMarked;

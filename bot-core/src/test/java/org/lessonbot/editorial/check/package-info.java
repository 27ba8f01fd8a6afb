/** Tests of the check: a lesson with every fault, and a table for each rule. */
@NullMarked
package org.lessonbot.editorial.check;

import org.jspecify.annotations.NullMarked;

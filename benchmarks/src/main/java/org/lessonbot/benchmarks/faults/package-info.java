/**
 * What becomes of a lesson when the program, its database or the way between them fails: whole programs, killed and hung and
 * cut off in the middle of what people do, beside what those people were told and what they see.
 */
@NullMarked
package org.lessonbot.benchmarks.faults;

import org.jspecify.annotations.NullMarked;

/** A chat on paper, which keeps the contract, and copies of it that each break one rule: the tests of the tests. */
@NullMarked
package org.lessonbot.paper;

import org.jspecify.annotations.NullMarked;

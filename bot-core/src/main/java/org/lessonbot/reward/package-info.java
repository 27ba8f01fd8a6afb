/**
 * A reward model of this class's own votes: what of a response its choices seem to reward, what it would choose next, and what that
 * comes to when one goes on pushing.
 *
 * <p>Pure functions of responses and counts of votes, as in {@code report}; nobody is named here. May use {@code java.*}, {@code plan}
 * and EJML's matrices, never facts, a store, a clock or dice. Words for people belong to the locale files; the words by which a
 * response shows a feature stand by language in {@code features.txt}.
 */
@NullMarked
package org.lessonbot.reward;

import org.jspecify.annotations.NullMarked;

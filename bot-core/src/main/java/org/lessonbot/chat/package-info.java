/**
 * What can be said and done in any chat: messages made of blocks, forms, interactions, replies.
 *
 * <p>Nothing here knows a platform, a lesson's activity, a database or a clock. May use {@code java.*} and
 * {@code picture} only, and ICU's tables of characters, so that the same is seen on every version of Java. A new
 * {@link org.lessonbot.chat.Block} needs a method in {@link org.lessonbot.chat.Painter}, and then nothing compiles
 * until every adapter draws it.
 */
@NullMarked
package org.lessonbot.chat;

import org.jspecify.annotations.NullMarked;

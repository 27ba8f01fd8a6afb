/**
 * What can be said and done in any chat: messages and their blocks, forms, interactions, replies.
 *
 * <p>The bottom of the house. It may use {@code java.*} and nothing else, so that an activity written against it runs on
 * every platform and in a plain test.
 */
@NullMarked
package org.lessonbot.chat;

import org.jspecify.annotations.NullMarked;

/**
 * Which workspaces have installed the app, and their tokens, encrypted.
 *
 * <p>It may use Bolt's ports for installations and the core's database; everything else of the adapter is above it.
 */
@NullMarked
package org.lessonbot.slack.installations;

import org.jspecify.annotations.NullMarked;

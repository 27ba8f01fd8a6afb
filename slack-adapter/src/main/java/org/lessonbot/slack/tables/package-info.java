/**
 * The adapter's own tables: which workspaces have installed the app, with their tokens, encrypted; and how often Slack was
 * called.
 *
 * <p>It may use Bolt's ports for installations and the core's database; everything else of the adapter is above it.
 */
@NullMarked
package org.lessonbot.slack.tables;

import org.jspecify.annotations.NullMarked;

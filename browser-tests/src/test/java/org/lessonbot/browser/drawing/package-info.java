/**
 * Draws what the bot sends to Discord and to Slack, from their JSON, for the guides and in a plain look of our own. What a
 * drawing does not know is refused, so that no picture shows less or other than the bot sends.
 */
@NullMarked
package org.lessonbot.browser.drawing;

import org.jspecify.annotations.NullMarked;

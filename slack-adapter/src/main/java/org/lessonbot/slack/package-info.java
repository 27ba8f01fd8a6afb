/**
 * The lesson in a Slack channel.
 *
 * <p>It may use the core and Bolt, and knows of no other adapter. No Slack type leaves this package.
 */
@NullMarked
package org.lessonbot.slack;

import org.jspecify.annotations.NullMarked;

/**
 * The lesson in a Discord channel.
 *
 * <p>It may use the core and JDA, and knows of no other adapter. No JDA type leaves this package.
 */
@NullMarked
package org.lessonbot.discord;

import org.jspecify.annotations.NullMarked;

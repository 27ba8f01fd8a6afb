/**
 * A strict stand-in for Discord: REST over HTTP and the gateway over a WebSocket, both on loopback, that the real JDA
 * connects to. It keeps guilds, channels, threads, messages and interactions in memory, answers as Discord does and
 * refuses what Discord refuses. Tests drive it as people would, through {@link
 * org.lessonbot.discord.fake.FakeDiscord}.
 *
 * <p>It knows JDA only by its permission names and its builder, and nothing of the bot it serves.
 */
@NullMarked
package org.lessonbot.discord.fake;

import org.jspecify.annotations.NullMarked;

package org.lessonbot.discord.fake;

/**
 * A role of a guild; the role whose id is the guild's own is {@code @everyone}.
 *
 * @param id its snowflake
 * @param name what people call it
 * @param permissions what it grants, as bits
 */
record FakeRole(String id, String name, long permissions) {}

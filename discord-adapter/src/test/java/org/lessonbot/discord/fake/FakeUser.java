package org.lessonbot.discord.fake;

/**
 * An account: a person, or the bot.
 *
 * @param id its snowflake
 * @param name its user name
 * @param bot whether it is an application's account
 */
public record FakeUser(String id, String name, boolean bot) {}

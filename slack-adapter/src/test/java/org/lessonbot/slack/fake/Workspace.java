package org.lessonbot.slack.fake;

/**
 * A workspace in which the app is installed.
 *
 * @param id the team's id, {@code T…}
 * @param domain the first word of its address
 * @param botToken the token that the installed bot presents
 * @param botUserId who the bot is among the workspace's users, {@code U…}
 * @param botId which bot it is, {@code B…}
 */
public record Workspace(String id, String domain, String botToken, String botUserId, String botId) {}

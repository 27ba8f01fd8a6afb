package org.lessonbot.chat;

/**
 * A channel in which lessons are held.
 *
 * @param platform the adapter's name: {@code web}, {@code discord}, {@code slack}
 * @param id the channel, in the platform's terms
 */
public record Room(String platform, String id) {}

package org.lessonbot.lesson;

import org.lessonbot.time.LocalMoment;

/**
 * Until when a stretch of a club's lesson goes.
 *
 * @param stretch its number in the plan, from 0
 */
public record Deadline(int stretch, LocalMoment at) {}

package org.lessonbot.plan;

/**
 * A part of a lesson that a club goes through over days, everybody at their own pace. The next one begins for all at once.
 *
 * @param from the id of its first step; it goes on until the next stretch begins
 * @param share how much of the time between start and end it gets, in per cent; all of a plan's make 100
 */
public record Stretch(String title, String from, int share) {}

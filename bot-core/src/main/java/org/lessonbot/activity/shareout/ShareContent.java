package org.lessonbot.activity.shareout;

/**
 * The step's section in the plan.
 *
 * @param ask what the others do while a pair speaks
 */
public record ShareContent(String ask) {}

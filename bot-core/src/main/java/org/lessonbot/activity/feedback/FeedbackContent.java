package org.lessonbot.activity.feedback;

/**
 * The step's section in the plan.
 *
 * @param ask what people are asked to rate
 * @param why what the answers are for
 * @param comment the question above the free text; at most 45 characters
 */
public record FeedbackContent(String ask, String why, String comment) {}

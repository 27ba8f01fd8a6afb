package org.lessonbot.activity.questions;

/**
 * The step's section in the plan.
 *
 * @param ask what the questions should be about
 * @param wanted how many each pair should write, 1 or more
 */
public record QuestionsContent(String ask, int wanted) {}

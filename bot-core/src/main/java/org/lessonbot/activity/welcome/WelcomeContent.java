package org.lessonbot.activity.welcome;

/**
 * The step's section in the plan.
 *
 * @param text what the lesson is about, in a few sentences
 */
public record WelcomeContent(String text) {}

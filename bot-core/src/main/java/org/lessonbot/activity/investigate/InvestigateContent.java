package org.lessonbot.activity.investigate;

/**
 * The step's section in the plan.
 *
 * @param ask how pairs should go about it
 */
public record InvestigateContent(String ask) {}

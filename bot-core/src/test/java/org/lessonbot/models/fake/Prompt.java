package org.lessonbot.models.fake;

/**
 * What reaches a model.
 *
 * @param text raw, or what its user says
 * @param instruction of the system; empty if there is none
 * @param chat whether a template stands around it
 */
public record Prompt(String model, String text, String instruction, boolean chat) {}

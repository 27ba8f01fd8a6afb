package org.lessonbot.models;

/**
 * One prompt for one model.
 *
 * @param model its key among {@link Models#keys()}
 * @param instruction what a chat model is told before the prompt; empty for nothing, and always empty for a base model
 * @param thought whether the likeliest words are wanted too, where the server gives them
 */
public record Request(String model, String prompt, String instruction, boolean thought) {}

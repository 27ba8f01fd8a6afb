package org.lessonbot.activity.shift;

/**
 * The step's section in the plan.
 *
 * @param bank which bank the pairs come from
 * @param favourites which bank has the prompt that nobody votes on, whose responses the model chooses from at the close; empty for none
 * @param text what a shift is, before anybody begins
 * @param ask the question above the buttons
 * @param discuss what to talk about when it is over
 */
public record ShiftContent(String bank, String favourites, String text, String ask, String discuss) {}

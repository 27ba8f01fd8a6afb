package org.lessonbot.activity.preference;

/**
 * The step's section in the plan.
 *
 * @param bank which bank the items come from
 * @param ask the question above the buttons
 * @param revote what to talk about with one's partner before choosing again
 */
public record PreferenceContent(String bank, String ask, String revote) {}

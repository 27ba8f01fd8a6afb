package org.lessonbot.activity.stagematch;

import org.lessonbot.plan.Item;

/**
 * One round of Stage Matcher.
 *
 * @param shown the stage whose response is shown before the reveal
 */
public record StageDeal(Item item, String shown) {}

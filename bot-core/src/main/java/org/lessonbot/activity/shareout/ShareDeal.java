package org.lessonbot.activity.shareout;

/**
 * Whose turn it is. What they wrote stays with them, and is gone when they are.
 *
 * @param step the investigation's
 * @param round the investigation's
 * @param speaker the code of the pair, or of one person who works alone
 */
public record ShareDeal(String step, int round, String speaker) {}

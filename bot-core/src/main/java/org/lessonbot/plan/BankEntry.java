package org.lessonbot.plan;

/**
 * An item as it stands in a bank file, whether a class may see it or not.
 *
 * @param line where it begins, from 1
 */
public record BankEntry(Item item, Review review, String file, int line) {}

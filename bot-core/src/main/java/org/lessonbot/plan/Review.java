package org.lessonbot.plan;

/** How far an item of a bank has come. */
public enum Review {
    /** Nobody has read it yet. */
    DRAFT,
    /** Read and found good: the only items that a class ever sees. */
    APPROVED,
    /** Was good once, and divides nobody any more. */
    RETIRED
}

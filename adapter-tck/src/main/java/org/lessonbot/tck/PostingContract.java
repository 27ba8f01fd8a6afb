package org.lessonbot.tck;

/** What must hold, on every platform, of what a class sees and a teacher leads. A subclass brings the school. */
public abstract class PostingContract extends Contract
        implements LeadingRules, PostingRules, StoreRules, DrawingRules, LargeClassRules {}

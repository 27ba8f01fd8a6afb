package org.lessonbot.tck;

/** What must hold on every platform, chapter by chapter. A subclass brings the school. */
public abstract class PlatformContract extends Contract
        implements AnsweringRules,
                SecrecyRules,
                LeadingRules,
                ClubRules,
                PostingRules,
                StoreRules,
                DrawingRules,
                FormRules,
                LargeClassRules,
                WritingRules {}

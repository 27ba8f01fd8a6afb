package org.lessonbot.tck;

/** What must hold, on every platform, of what models are asked for a class. A subclass brings the school. */
public abstract class DraftContract extends Contract implements DraftRules {}

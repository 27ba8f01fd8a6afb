package org.lessonbot.tck;

/** What must hold, on every platform, of what people say and are told. A subclass brings the school. */
public abstract class ConversationContract extends Contract
        implements AnsweringRules, SecrecyRules, FormRules, WritingRules {}

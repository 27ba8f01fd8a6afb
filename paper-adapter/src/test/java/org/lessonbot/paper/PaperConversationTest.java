package org.lessonbot.paper;

import org.lessonbot.tck.ConversationContract;
import org.lessonbot.tck.School;

/** The contract can be kept. */
class PaperConversationTest extends ConversationContract {
    @Override
    protected School open() {
        return new PaperSchool(Flaw.NONE);
    }
}

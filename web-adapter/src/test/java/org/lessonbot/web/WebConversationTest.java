package org.lessonbot.web;

import org.lessonbot.tck.ConversationContract;
import org.lessonbot.tck.School;

/** The browser classroom keeps the contract, over real HTTP. */
class WebConversationTest extends ConversationContract {
    @Override
    protected School open() {
        return new WebSchool();
    }
}

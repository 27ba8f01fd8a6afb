package org.lessonbot.slack;

import org.lessonbot.tck.ConversationContract;
import org.lessonbot.tck.School;

/** Slack keeps the contract: the real Bolt, over real HTTP and a real socket, against the strict fake. */
class SlackConversationTest extends ConversationContract {
    @Override
    protected School open() throws InterruptedException {
        return new SlackSchool();
    }
}

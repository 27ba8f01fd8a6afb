package org.lessonbot.slack;

import org.lessonbot.tck.DraftContract;
import org.lessonbot.tck.School;

/** Slack keeps the contract: the real Bolt, over real HTTP and a real socket, against the strict fake. */
class SlackDraftTest extends DraftContract {
    @Override
    protected School open() throws InterruptedException {
        return new SlackSchool();
    }
}

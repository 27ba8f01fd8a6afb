package org.lessonbot.slack;

import org.lessonbot.tck.ClubContract;
import org.lessonbot.tck.School;

/** Slack keeps the contract: the real Bolt, over real HTTP and a real socket, against the strict fake. Every second club is in a private channel. */
class SlackClubTest extends ClubContract {
    @Override
    protected School open() throws InterruptedException {
        return new SlackSchool(true);
    }
}

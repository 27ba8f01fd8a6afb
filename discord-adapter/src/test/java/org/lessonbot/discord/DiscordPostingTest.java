package org.lessonbot.discord;

import org.lessonbot.tck.PostingContract;
import org.lessonbot.tck.School;

/** The contract at Discord: the real JDA over real HTTP and WebSocket, against the strict stand-in. */
class DiscordPostingTest extends PostingContract {
    @Override
    protected School open() {
        return new DiscordSchool();
    }
}

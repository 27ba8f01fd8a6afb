package org.lessonbot.discord;

import org.lessonbot.tck.DraftContract;
import org.lessonbot.tck.School;

/** The contract at Discord: the real JDA over real HTTP and WebSocket, against the strict stand-in. */
class DiscordDraftTest extends DraftContract {
    @Override
    protected School open() {
        return new DiscordSchool();
    }
}

package org.lessonbot.discord;

import org.lessonbot.tck.PlatformContract;
import org.lessonbot.tck.School;

/** The contract at Discord: the real JDA over real HTTP and WebSocket, against the strict stand-in. */
class DiscordContractTest extends PlatformContract {
    @Override
    protected School open() {
        return new DiscordSchool();
    }
}

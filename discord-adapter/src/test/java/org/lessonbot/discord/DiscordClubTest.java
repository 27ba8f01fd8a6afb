package org.lessonbot.discord;

import org.lessonbot.tck.ClubContract;
import org.lessonbot.tck.School;

/** The contract at Discord: the real JDA over real HTTP and WebSocket, against the strict stand-in. Every second club is in a forum's post. */
class DiscordClubTest extends ClubContract {
    @Override
    protected School open() {
        return new DiscordSchool(true);
    }
}

package org.lessonbot.slack;

import java.util.Optional;
import org.lessonbot.chat.Room;

/**
 * Where somebody acted, and so where the answer goes.
 *
 * @param url Slack's response_url, which takes five answers in half an hour; empty where there is none
 */
record Origin(Room room, String person, String url, Surface surface) {
    /** Stands for the address where a form was opened from the app's home. */
    private static final String HOME = "home";

    /** What somebody acted on. */
    enum Surface {
        /** A command or a post that everybody sees: the answer stands alone. */
        CHANNEL,
        /** A message that only this person sees: the answer takes its place. */
        WHISPER,
        /** The console in the channel: it stays, and is drawn again after each act. */
        CONSOLE,
        /** The console on the app's home: it stays too. */
        HOME,
        /** A club's page on the app's home: the answer takes its place. */
        CLUB,
        /** A form: the answer stands alone. */
        FORM
    }

    /** Both surfaces on which the console stays. */
    boolean atConsole() {
        return surface == Surface.CONSOLE || surface == Surface.HOME;
    }

    /** What a view remembers of where it was opened from. */
    String packed() {
        return room.id() + "\n" + (surface == Surface.CLUB ? HOME : url);
    }

    /** The origin of what is sent from a view; nothing if the view is none of ours. */
    static Optional<Origin> unpacked(String packed, String person, Surface surface) {
        int line = packed.indexOf('\n');
        if (line < 0 || packed.lastIndexOf('/', line) <= 0) {
            return Optional.empty();
        }
        Room room = new Room(SlackIds.PLATFORM, packed.substring(0, line));
        String url = packed.substring(line + 1);
        return Optional.of(
                url.equals(HOME) ? new Origin(room, person, "", Surface.CLUB) : new Origin(room, person, url, surface));
    }
}

package org.lessonbot.slack;

import org.lessonbot.chat.Room;

/**
 * How rooms and people are named between Slack and the core: a room is {@code team/channel}, a person is the user's id, a
 * post's address is the message's {@code ts} within its channel.
 */
final class SlackIds {
    static final String PLATFORM = "slack";

    private SlackIds() {}

    static Room room(String team, String channel) {
        return new Room(PLATFORM, team + "/" + channel);
    }

    static String team(Room room) {
        return room.id().substring(0, room.id().indexOf('/'));
    }

    static String channel(Room room) {
        return room.id().substring(room.id().indexOf('/') + 1);
    }
}

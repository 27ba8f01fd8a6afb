package org.lessonbot.discord;

import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.lessonbot.chat.Room;

/**
 * Where somebody acted, as whom, and what they and the bot may do there, as Discord says in the act itself. JDA would answer
 * from its memory, where a channel that the bot does not see is obfuscated, and a server that has only the bot's commands
 * is unknown.
 *
 * @param guild the server's id
 * @param channel the id of the channel or thread that is the room: a thread that the bot opened is a part of its channel's room,
 *     anybody else's, such as a post in a forum, is a room of its own
 * @param kind of that channel or thread
 * @param locked whether it is a thread in which only those write who manage threads
 * @param member the id of the account
 * @param name as it is shown in this server
 * @param roles ids of those that the member holds, without everybody's
 * @param rights the member's here, as Discord's bits
 * @param own the bot's here
 */
record Origin(
        long guild,
        long channel,
        ChannelType kind,
        boolean locked,
        String member,
        String name,
        List<String> roles,
        long rights,
        long own) {

    /**
     * Reads an act; nothing for one outside servers.
     *
     * @param self the bot's own account
     */
    static Optional<Origin> of(DataObject act, String self) {
        if (!act.hasKey("guild_id") || !act.hasKey("member")) {
            return Optional.empty();
        }
        DataObject place = act.getObject("channel");
        DataObject member = act.getObject("member");
        ChannelType kind = ChannelType.fromId(place.getInt("type"));
        boolean within = kind.isThread() && place.getString("owner_id", self).equals(self);
        return Optional.of(new Origin(
                act.getUnsignedLong("guild_id"),
                place.getUnsignedLong(within ? "parent_id" : "id"),
                within ? ChannelType.TEXT : kind,
                !within && kind.isThread() && place.getObject("thread_metadata").getBoolean("locked"),
                member.getObject("user").getString("id"),
                name(member),
                member.optArray("roles").orElseGet(DataArray::empty).stream(DataArray::getString)
                        .toList(),
                member.getUnsignedLong("permissions", 0),
                act.getUnsignedLong("app_permissions", 0)));
    }

    private static String name(DataObject member) {
        DataObject user = member.getObject("user");
        return member.getString("nick", user.getString("global_name", user.getString("username")));
    }

    Room room() {
        return DiscordIds.room(guild, channel);
    }

    /** Whether the member may do this here. */
    boolean may(Permission permission) {
        return Needs.holds(rights, permission);
    }

    /** What the bot lacks to show a lesson here. */
    List<Permission> lacks() {
        return Needs.lacking(own, Needs.toPost(kind, locked));
    }
}

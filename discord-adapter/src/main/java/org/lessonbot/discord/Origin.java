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
 * @param channel the id of the channel, or of the channel that the thread belongs to
 * @param kind of the channel or thread itself
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
        String member,
        String name,
        List<String> roles,
        long rights,
        long own) {

    /** Reads an act; nothing for one outside servers. */
    static Optional<Origin> of(DataObject act) {
        if (!act.hasKey("guild_id") || !act.hasKey("member")) {
            return Optional.empty();
        }
        DataObject place = act.getObject("channel");
        DataObject member = act.getObject("member");
        ChannelType kind = ChannelType.fromId(place.getInt("type"));
        return Optional.of(new Origin(
                act.getUnsignedLong("guild_id"),
                place.getUnsignedLong(kind.isThread() ? "parent_id" : "id"),
                kind,
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
        return Needs.lacking(own, Needs.toPost(kind));
    }
}

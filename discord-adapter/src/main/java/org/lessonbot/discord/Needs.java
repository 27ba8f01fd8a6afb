package org.lessonbot.discord;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;

/** Which permissions each thing takes that a lesson does in a channel, by the kind of channel. */
final class Needs {
    private Needs() {}

    /** To show posts in a channel or thread. */
    static List<Permission> toPost(GuildChannel channel) {
        return toPost(channel.getType(), channel instanceof ThreadChannel thread && thread.isLocked());
    }

    /**
     * To show posts. Voice and stage channels, whose chat is a room too, let in only who may connect.
     *
     * @param locked whether it is a thread that was locked
     */
    static List<Permission> toPost(ChannelType kind, boolean locked) {
        if (kind.isThread()) {
            return locked
                    ? List.of(Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND_IN_THREADS, Permission.MANAGE_THREADS)
                    : List.of(Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND_IN_THREADS);
        }
        return kind.isAudio()
                ? List.of(Permission.VIEW_CHANNEL, Permission.VOICE_CONNECT, Permission.MESSAGE_SEND)
                : List.of(Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND);
    }

    /** To show pictures beside their texts. */
    static List<Permission> toShowPictures() {
        return List.of(Permission.MESSAGE_ATTACH_FILES);
    }

    /** To open a thread under a post; nothing where Discord has no threads. */
    static Optional<List<Permission>> toOpenThreads(ChannelType kind) {
        return kind == ChannelType.TEXT || kind == ChannelType.NEWS
                ? Optional.of(List.of(Permission.CREATE_PUBLIC_THREADS))
                : Optional.empty();
    }

    /**
     * To give pairs private threads; nothing where Discord has none. Whoever opens one must be able to write in it to let
     * others in.
     */
    static Optional<List<Permission>> toSeatPairs(ChannelType kind) {
        return kind == ChannelType.TEXT
                ? Optional.of(List.of(Permission.CREATE_PRIVATE_THREADS, Permission.MESSAGE_SEND_IN_THREADS))
                : Optional.empty();
    }

    /** All that a bot may come to need, to be asked for when it is invited. */
    static Set<Permission> ofAll() {
        return EnumSet.of(
                Permission.VIEW_CHANNEL,
                Permission.MESSAGE_SEND,
                Permission.MESSAGE_ATTACH_FILES,
                Permission.MESSAGE_SEND_IN_THREADS,
                Permission.CREATE_PUBLIC_THREADS,
                Permission.CREATE_PRIVATE_THREADS);
    }

    /** What of this the bot lacks in the channel, as far as JDA knows. */
    static List<Permission> lacking(GuildChannel channel, List<Permission> needed) {
        Member self = channel.getGuild().getSelfMember();
        // Not what is effective: without Connect, say, JDA takes everything away and would name the wrong one.
        long own = self.isOwner() || self.hasPermission(Permission.ADMINISTRATOR)
                ? Permission.ADMINISTRATOR.getRawValue()
                : Permission.getRaw(self.getPermissionsExplicit(channel));
        return lacking(own, needed);
    }

    /** What of this is not among these bits. */
    static List<Permission> lacking(long granted, List<Permission> needed) {
        return needed.stream().filter(permission -> !holds(granted, permission)).toList();
    }

    static boolean holds(long granted, Permission permission) {
        return (granted & (permission.getRawValue() | Permission.ADMINISTRATOR.getRawValue())) != 0;
    }

    /** By which words it is said that the bot lacks these to show posts. */
    static String complaint(List<Permission> lacking) {
        return lacking.equals(List.of(Permission.MANAGE_THREADS)) ? "discord.locked" : "discord.let-in";
    }

    /** The permissions' names, as Discord shows them. */
    static String names(Collection<Permission> permissions) {
        return permissions.stream().map(Permission::getName).collect(Collectors.joining(", "));
    }
}

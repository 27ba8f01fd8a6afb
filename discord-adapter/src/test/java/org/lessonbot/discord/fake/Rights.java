package org.lessonbot.discord.fake;

import java.util.List;
import net.dv8tion.jda.api.Permission;

/**
 * What a member may do in a channel: roles first, then the channel's overwrites for everybody, for roles and for the
 * member, in Discord's order. A thread has its parent's overwrites.
 */
final class Rights {
    private static final long ALL = Permission.getRaw(Permission.values());

    private Rights() {}

    /** What holds in the end: whoever does not see a channel, or may not connect to one for voices, may do nothing there. */
    static long of(FakeMember member, FakeChannel channel) {
        long granted = granted(member, channel);
        boolean enters = !channel.isVoice() || allow(granted, Permission.VOICE_CONNECT);
        return enters && allow(granted, Permission.VIEW_CHANNEL) ? granted : 0;
    }

    /** What roles and overwrites say, as interactions tell it. */
    static long granted(FakeMember member, FakeChannel channel) {
        FakeGuild guild = member.guild();
        long granted = byRoles(member);
        if (member.id().equals(guild.ownerId()) || allow(granted, Permission.ADMINISTRATOR)) {
            return ALL;
        }
        FakeChannel ruling = channel.parent().orElse(channel);
        granted = ruling.overwrite(guild.id()).applyTo(granted);
        granted = Overwrite.merge(overwritesOfRoles(member, ruling)).applyTo(granted);
        return ruling.overwrite(member.id()).applyTo(granted);
    }

    /** What roles alone give. */
    static long byRoles(FakeMember member) {
        long granted = member.guild().everyone().permissions();
        for (FakeRole role : member.roles()) {
            granted |= role.permissions();
        }
        return granted;
    }

    private static List<Overwrite> overwritesOfRoles(FakeMember member, FakeChannel channel) {
        return member.roles().stream().map(role -> channel.overwrite(role.id())).toList();
    }

    /** Whether the channel is in this member's list: private threads are for those in them, and for who manages them. */
    static boolean see(FakeMember member, FakeChannel channel) {
        if (channel.guild().isEmpty()) {
            return channel.recipient().filter(member.user()::equals).isPresent();
        }
        long granted = of(member, channel);
        boolean joined = !channel.isPrivateThread()
                || channel.threadMemberIds().contains(member.id())
                || allow(granted, Permission.MANAGE_THREADS);
        return joined && allow(granted, Permission.VIEW_CHANNEL);
    }

    static boolean allow(long granted, Permission permission) {
        return (granted & permission.getRawValue()) != 0;
    }

    /** What a channel grants and takes from one role or member. */
    record Overwrite(long allow, long deny) {
        static final Overwrite NONE = new Overwrite(0, 0);

        static Overwrite merge(List<Overwrite> overwrites) {
            return overwrites.stream()
                    .reduce(NONE, (one, other) -> new Overwrite(one.allow | other.allow, one.deny | other.deny));
        }

        long applyTo(long granted) {
            return (granted & ~deny) | allow;
        }

        Overwrite denying(long bits) {
            return new Overwrite(allow & ~bits, deny | bits);
        }

        Overwrite allowing(long bits) {
            return new Overwrite(allow | bits, deny & ~bits);
        }
    }
}

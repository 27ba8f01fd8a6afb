package org.lessonbot.discord.fake;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.dv8tion.jda.api.Permission;

/** Somebody in a guild. */
public final class FakeMember {
    private final FakeGuild guild;
    private final FakeUser user;
    private final List<FakeRole> roles;

    FakeMember(FakeGuild guild, FakeUser user, List<FakeRole> roles) {
        this.guild = guild;
        this.user = user;
        this.roles = new CopyOnWriteArrayList<>(roles);
    }

    /** The snowflake of the account. */
    public String id() {
        return user.id();
    }

    /** The name shown beside what this member writes. */
    public String name() {
        return user.name();
    }

    /** The guild this membership belongs to. */
    public FakeGuild guild() {
        return guild;
    }

    /** Whether this member may do that in that channel, by role and by the channel's overwrites. */
    public boolean may(FakeChannel channel, Permission permission) {
        return Rights.allow(Rights.of(this, channel), permission);
    }

    FakeUser user() {
        return user;
    }

    List<FakeRole> roles() {
        return List.copyOf(roles);
    }

    void hold(FakeRole role) {
        roles.add(role);
    }

    @Override
    public String toString() {
        return user.name();
    }
}

package org.lessonbot.discord.fake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.ChannelType;

/** A Discord server with its channels, roles and members; the bot is a member until it is kicked. */
public final class FakeGuild {
    private static final long EVERYONE = Permission.getRaw(
            Permission.VIEW_CHANNEL,
            Permission.MESSAGE_SEND,
            Permission.MESSAGE_SEND_IN_THREADS,
            Permission.MESSAGE_HISTORY,
            Permission.MESSAGE_ADD_REACTION,
            Permission.VOICE_CONNECT,
            Permission.USE_APPLICATION_COMMANDS);

    /** What a lesson's bot is usually invited with. */
    private static final Permission[] INVITED_WITH = {
        Permission.VIEW_CHANNEL,
        Permission.MESSAGE_SEND,
        Permission.MESSAGE_SEND_IN_THREADS,
        Permission.MESSAGE_EMBED_LINKS,
        Permission.MESSAGE_ATTACH_FILES,
        Permission.MESSAGE_HISTORY,
        Permission.CREATE_PUBLIC_THREADS,
        Permission.CREATE_PRIVATE_THREADS,
        Permission.MANAGE_THREADS
    };

    private final World world;
    private final String id;
    private final String name;
    private final String ownerId;
    private final FakeMember bot;
    private volatile boolean commandsOnly;
    private volatile boolean bitratesCut;
    private final Map<String, FakeRole> roles = new LinkedHashMap<>();
    private final Map<String, FakeMember> members = new LinkedHashMap<>();
    private final Map<String, FakeChannel> channels = new LinkedHashMap<>();

    FakeGuild(World world, String name, Permission... botPermissions) {
        this.world = world;
        this.name = name;
        this.id = world.nextId();
        this.ownerId = world.nextId();
        roles.put(id, new FakeRole(id, "@everyone", EVERYONE));
        long granted = Permission.getRaw(botPermissions.length == 0 ? INVITED_WITH : botPermissions);
        FakeRole integration = new FakeRole(world.nextId(), world.bot().name(), granted);
        roles.put(integration.id(), integration);
        this.bot = new FakeMember(this, world.bot(), List.of(integration));
        members.put(bot.id(), bot);
    }

    /** The guild's snowflake. */
    public String id() {
        return id;
    }

    /** The guild's name. */
    public String name() {
        return name;
    }

    /** Makes a text channel that everybody can read and write in. */
    public FakeChannel channel(String channelName) {
        return channel(channelName, ChannelType.TEXT);
    }

    /** Makes a channel of this kind that everybody can read and write in. */
    public FakeChannel channel(String channelName, ChannelType kind) {
        return world.locked(() -> {
            FakeChannel channel = FakeChannel.in(this, world.nextId(), kind.getId(), channelName);
            channels.put(channel.id(), channel);
            world.register(channel);
            world.dispatch("CHANNEL_CREATE", Payloads.seen(channel));
            return channel;
        });
    }

    /** Lets somebody join who holds these permissions beside what everybody may do. */
    public FakeMember member(String memberName, Permission... permissions) {
        return memberWithId(world.locked(world::nextId), memberName, permissions);
    }

    /** The same for an account whose snowflake matters, because something is ordered by it. */
    public FakeMember memberWithId(String id, String memberName, Permission... permissions) {
        return world.locked(() -> {
            List<FakeRole> held = new ArrayList<>();
            if (permissions.length > 0) {
                held.add(role("Role of " + memberName, permissions));
            }
            FakeMember member = new FakeMember(this, new FakeUser(id, memberName, false), held);
            members.put(member.id(), member);
            world.register(member.user());
            return member;
        });
    }

    private FakeRole role(String roleName, Permission... permissions) {
        FakeRole role = new FakeRole(world.nextId(), roleName, Permission.getRaw(Arrays.asList(permissions)));
        roles.put(role.id(), role);
        world.dispatch("GUILD_ROLE_CREATE", Payloads.roleOf(this, role));
        return role;
    }

    void everybodyMay(Permission... permissions) {
        FakeRole role = new FakeRole(id, "@everyone", Permission.getRaw(Arrays.asList(permissions)));
        roles.put(id, role);
        world.dispatch("GUILD_ROLE_UPDATE", Payloads.roleOf(this, role));
    }

    void promoteBot(Permission... permissions) {
        bot.hold(role("Trusted", permissions));
        world.dispatch("GUILD_MEMBER_UPDATE", Payloads.member(bot).put("guild_id", id));
    }

    /** The bot as a member here. */
    public FakeMember bot() {
        return bot;
    }

    /** Whether people can use the bot's commands here, with or without the bot itself. */
    boolean hasCommands() {
        return commandsOnly || hasBot();
    }

    void leaveOnlyCommands() {
        commandsOnly = true;
        removeBot();
    }

    boolean cutsBitrates() {
        return bitratesCut;
    }

    void cutBitrates() {
        bitratesCut = true;
    }

    boolean hasBot() {
        return members.containsKey(bot.id());
    }

    void addBot() {
        members.put(bot.id(), bot);
    }

    void removeBot() {
        members.remove(bot.id());
    }

    void remove(FakeChannel channel) {
        channels.remove(channel.id());
    }

    void add(FakeChannel thread) {
        channels.put(thread.id(), thread);
    }

    String ownerId() {
        return ownerId;
    }

    FakeRole everyone() {
        return Optional.ofNullable(roles.get(id)).orElseThrow();
    }

    Optional<FakeMember> memberById(String userId) {
        return Optional.ofNullable(members.get(userId));
    }

    Collection<FakeRole> roles() {
        return roles.values();
    }

    int memberCount() {
        return members.size();
    }

    List<FakeChannel> channels() {
        return List.copyOf(channels.values());
    }

    @Override
    public String toString() {
        return name;
    }
}

package org.lessonbot.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.Compression;
import org.lessonbot.discord.fake.Outages.Failure;
import org.lessonbot.engine.DrivenTime;
import org.lessonbot.engine.Time;

/**
 * Discord on loopback. A test builds guilds and people, lets a bot log in with {@link #token()} at {@link #restUrl()} and
 * {@link #gatewayUrl()}, acts as those people, and looks at what they would see. {@link #close()} fails when something
 * happened that must not pass unseen: a request the fake or Discord's API description does not know, or an event that JDA
 * could not read.
 */
public final class FakeDiscord implements AutoCloseable {
    private static final String TOKEN = "the-bots-token";

    private final World world = new World();
    private final DrivenTime time = DrivenTime.leaping();
    private final DrivenTime patience = DrivenTime.standing();
    private final Limits limits = new Limits(time);
    private final Access access = new Access(world);
    private final Posts posts = new Posts(world, access);
    private final People people = new People(world);
    private final Moderator moderator = new Moderator(world);
    private final JdaLogWatch log = JdaLogWatch.begin();
    private final Gateway gateway = new Gateway(world, TOKEN);
    private final RestServer rest = new RestServer(world, limits, TOKEN);

    private FakeDiscord() {}

    /** Starts with no guilds, on free ports. */
    public static FakeDiscord start() {
        FakeDiscord discord = new FakeDiscord();
        discord.world.events(discord.gateway);
        discord.gateway.listen();
        new DirectoryRoutes(discord.world, discord.access, discord.gateway.url()).serve(discord.rest);
        new CommandRoutes(discord.world, discord.access).serve(discord.rest);
        new MessageRoutes(discord.world, discord.access, discord.posts).serve(discord.rest);
        new ThreadRoutes(discord.world, discord.access).serve(discord.rest);
        new InteractionRoutes(discord.world, discord.posts).serve(discord.rest);
        discord.rest.start();
        return discord;
    }

    /** The token the bot must log in with. */
    public String token() {
        return TOKEN;
    }

    /** The bot's application. */
    public String applicationId() {
        return world.applicationId();
    }

    /** The base of the REST API, with a slash at its end. */
    public String restUrl() {
        return rest.url();
    }

    /** The gateway's address. */
    public String gatewayUrl() {
        return gateway.url();
    }

    /** Whoever is in charge of the guilds. */
    public Moderator moderator() {
        return moderator;
    }

    public Gateway gateway() {
        return gateway;
    }

    /** Points a builder at this fake. */
    public JDABuilder at(JDABuilder builder) {
        return builder.setRestConfig(new RestConfig().setBaseUrl(restUrl()))
                .setSessionController(new ImpatientSessions(gatewayUrl()))
                .setCompression(Compression.NONE);
    }

    /** Makes a guild that the bot was invited to, with these permissions, or with the usual ones if none are named. */
    public FakeGuild guild(String name, Permission... botPermissions) {
        return world.locked(() -> {
            FakeGuild guild = new FakeGuild(world, name, botPermissions);
            world.register(guild);
            world.dispatch("GUILD_CREATE", Payloads.guild(guild));
            return guild;
        });
    }

    /**
     * Lets somebody use a slash command.
     *
     * @param line the command's name and its sub-commands, without the slash: {@code "lesson start"}
     * @param options the values typed in, by option name; an option that names a person takes a {@link FakeMember}
     */
    public Exchange slash(FakeMember person, FakeChannel channel, String line, Map<String, ?> options) {
        return world.locked(() -> people.slash(person, channel, line, options));
    }

    /** Lets somebody type the value of an option that completes, without sending the command. */
    public Exchange type(FakeMember person, FakeChannel channel, String line, String option, String typed) {
        return world.locked(() -> people.type(person, channel, line, Map.of(option, typed), option));
    }

    /** Lets somebody press a button that they see. */
    public Exchange press(FakeMember person, String messageId, String customId) {
        return world.locked(() -> people.press(person, messageId, customId));
    }

    /** Presses a button that is not there, which only a tampered client does. */
    public Exchange forge(FakeMember person, FakeMessage message, String customId) {
        return world.locked(() -> people.forge(person, message, customId));
    }

    /** Lets somebody choose from a menu that they see. */
    public Exchange select(FakeMember person, String messageId, String customId, String... values) {
        return world.locked(() -> people.select(person, messageId, customId, List.of(values)));
    }

    /** Lets somebody send off the form on their screen; a list fills a field that takes several values. */
    public Exchange submit(FakeMember person, OpenModal form, Map<String, ?> fields) {
        return world.locked(() -> people.submit(person, form, fields));
    }

    /** Lets somebody write in a channel. */
    public FakeMessage say(FakeMember person, FakeChannel channel, String text) {
        return world.locked(() -> people.say(person, channel, text));
    }

    /** Delivers an interaction once more, as happens when the bot resumes. */
    public void redeliver(Exchange exchange) {
        world.locked(() -> world.dispatch("INTERACTION_CREATE", exchange.event().deepCopy()));
    }

    /** What everybody in the channel sees now, oldest first. */
    public List<FakeMessage> messages(FakeChannel channel) {
        return world.locked(() -> channel.messages().stream()
                .filter(message -> !message.deleted() && !message.ephemeral() && !message.loading())
                .toList());
    }

    /** What this person alone sees in the channel now, oldest first. */
    public List<FakeMessage> whispers(FakeChannel channel, FakeMember person) {
        return world.locked(() -> channel.messages().stream()
                .filter(message -> message.ephemeral() && message.shownTo(person))
                .filter(message -> !message.deleted() && !message.loading())
                .toList());
    }

    /** A message that still exists, ephemeral or not. */
    public Optional<FakeMessage> message(String id) {
        return world.locked(() -> world.message(id));
    }

    /** The threads of the channel, oldest first. */
    public List<FakeChannel> threads(FakeChannel channel) {
        return world.locked(() -> world.channels().stream()
                .filter(thread -> thread.parent().filter(channel::equals).isPresent())
                .toList());
    }

    /** What the bot and this person said to each other directly. */
    public List<FakeMessage> directMessages(FakeMember person) {
        return world.locked(() -> world.channels().stream()
                .filter(channel ->
                        channel.recipient().filter(person.user()::equals).isPresent())
                .flatMap(channel -> channel.messages().stream())
                .filter(message -> !message.deleted())
                .toList());
    }

    /** Waits until the bot has answered, or taken up, all that was done. */
    public void awaitFirstAnswers() {
        world.await(world::allAnswered, () -> "an answer to all that was done");
    }

    /** Waits until this holds, looking again after each change. */
    public void await(String what, BooleanSupplier condition) {
        world.await(condition, () -> what);
    }

    /** Waits until the channel shows this many messages, and returns them. */
    public List<FakeMessage> awaitMessages(FakeChannel channel, int count) {
        world.await(() -> messages(channel).size() >= count, () -> count + " messages in " + channel);
        return messages(channel);
    }

    /** A moderator deletes a message. */
    public void delete(FakeMessage message) {
        world.locked(() -> posts.delete(message));
    }

    /** A moderator takes permissions from the bot in one channel. */
    public void revokePermission(FakeChannel channel, Permission... permissions) {
        world.locked(() -> moderator.revoke(channel, permissions));
    }

    /** A moderator gives the bot permissions in one channel. */
    public void grantPermission(FakeChannel channel, Permission... permissions) {
        world.locked(() -> moderator.grant(channel, permissions));
    }

    /** Refuses the bot's token from now on, over REST and at the next login, until told otherwise. */
    public void refuseToken(boolean refused) {
        rest.refuseToken(refused);
        world.locked(() -> gateway.refuseToken(refused));
    }

    /** Breaks the gateway's connection; the bot must resume, and then gets what it missed. */
    public void dropGateway() {
        world.locked(gateway::drop);
    }

    /** Tells the bot to reconnect (operation 7). */
    public void reconnect() {
        world.locked(gateway::askToReconnect);
    }

    /** Tells the bot that its session is over (operation 9): what happens until it is back is lost to it. */
    public void invalidateSession() {
        world.locked(gateway::invalidateSessions);
    }

    /** Waits until the bot has resumed this many times. */
    public void awaitResumes(int count) {
        world.await(() -> gateway.resumed() >= count, () -> "resume " + count);
    }

    /** Waits until the bot is connected with a session. */
    public void awaitLogin() {
        world.await(gateway::connected, () -> "a login");
    }

    /** Answers the next request to this route with 429. JDA waits whole seconds; zero has it try again at once. */
    public void rateLimitNext(Route route, Duration retryAfter) {
        limits.refuseNext(route, retryAfter);
    }

    /** Gives a route a limit of its own; without one it is 50 a second for each channel. */
    public void rateLimit(Route route, int uses, Duration window) {
        limits.allow(route, uses, window);
    }

    /** By which limits are counted, for a bot that keeps its own paces by it. */
    public DrivenTime time() {
        return time;
    }

    /** Answers the next requests to this route with this status and nothing of Discord's; 0 breaks the connection off. */
    public void outage(Route route, int status, int times) {
        rest.outages().order(route, new Failure(false, status), times);
    }

    /** Carries out the next request to this route and breaks the connection off before the bot hears of it. */
    public void loseAnswer(Route route) {
        rest.outages().order(route, new Failure(true, 0), 1);
    }

    /** Pushes the fake's clock ahead: interactions grow late, their tokens expire. */
    public void advance(Duration step) {
        world.clock().advance(step);
        patience.advance(step);
        world.locked(() -> {});
    }

    /** The time of whoever waits for an answer; {@link #advance} moves it. */
    public Time patience() {
        return patience;
    }

    /** Every REST request so far, in order. */
    public List<Recorded> requests() {
        return rest.journal();
    }

    /** The REST requests to this route so far, in order. */
    public List<Recorded> requests(Route route) {
        return requests().stream().filter(request -> request.route() == route).toList();
    }

    /** Waits for a request to this route that got this HTTP status, and returns the first. */
    public Recorded awaitRequest(Route route, int status) {
        world.await(
                () -> requests(route).stream().anyMatch(request -> request.status() == status),
                () -> status + " at " + route + " among " + requests());
        return requests(route).stream()
                .filter(request -> request.status() == status)
                .findFirst()
                .orElseThrow();
    }

    /** How many answers in the last ten minutes count against the bot (401, 403, 429); Discord bans at 10,000. */
    public int invalidRequests() {
        return limits.invalidRequests();
    }

    /** What {@link #close()} would fail with by now. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>(world.violations());
        faults.addAll(log.complaints());
        return faults;
    }

    /** Sends the bot an event as it stands, well-formed or not. */
    void dispatchRaw(String type, ObjectNode payload) {
        world.locked(() -> world.dispatch(type, payload));
    }

    @Override
    public void close() {
        rest.close();
        gateway.close();
        log.close();
        if (!faults().isEmpty()) {
            throw new AssertionError(String.join("\n", faults()));
        }
    }
}

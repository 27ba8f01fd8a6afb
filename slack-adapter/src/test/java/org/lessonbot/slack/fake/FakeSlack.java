package org.lessonbot.slack.fake;

import com.google.gson.JsonObject;
import com.slack.api.SlackConfig;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lessonbot.engine.DrivenTime;
import org.lessonbot.engine.Time;

/**
 * Slack on loopback, and the people in it. Tests say here what people do and look at what they see; the app connects to
 * it with the real SDK, configured by {@link #slackConfig()}. Closing it fails the test if the app did what it must not
 * do: see {@link #violations()}.
 */
public final class FakeSlack implements AutoCloseable {
    private final World world;
    private final ApiServer api;
    private final SocketServer sockets;
    private final Courier courier;
    private final Screens screens;
    private final People people;
    private final Troubles troubles;
    private final AppMethods appMethods;
    private final SdkLog sdkLog;
    private final Workspace workspace;

    private FakeSlack() throws InterruptedException {
        world = new World();
        sdkLog = new SdkLog(world);
        sdkLog.listen();
        Faults faults = new Faults();
        api = new ApiServer(world, faults);
        sockets = new SocketServer(world);
        troubles = new Troubles(world, faults, sockets, api);
        courier = new Courier(world, sockets);
        BlockRules blockRules = new BlockRules(world::hasFile, world::hasCharts, world::violation);
        Contents contents = new Contents(world, blockRules);
        screens = new Screens(world, new ViewRules(blockRules));
        Triggers triggers = new Triggers(world);
        ResponseUrls responseUrls = new ResponseUrls(world, contents, api.root());
        people = new People(world, courier, screens, triggers, responseUrls);
        appMethods = new AppMethods(world, sockets::address);
        FileMethods files = new FileMethods(world, api.root());
        api.add(appMethods.all());
        api.add(new ChatMethods(world, contents).all());
        api.add(new ConversationMethods(world).all());
        api.add(new ViewMethods(world, screens, triggers).all());
        api.add(files.all());
        workspace = world.addWorkspace("school");
        sockets.serve(courier);
        api.serve(responseUrls, files::receive);
    }

    /** Starts a Slack with the real limits and one workspace. */
    public static FakeSlack start() throws InterruptedException {
        return new FakeSlack();
    }

    // The app's side

    /** What points the real SDK here. */
    public SlackConfig slackConfig() {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(api.prefix());
        return config;
    }

    /** The address that takes the place of {@code https://slack.com/api/}. */
    public String apiPrefix() {
        return api.prefix();
    }

    /** From now on brings events to this address, signed, and no more through sockets. */
    public void deliverTo(URI app) {
        deliverTo(app, RegisteredApp.SIGNING_SECRET);
    }

    /** As {@link #deliverTo(URI)}, signed with a secret that may be wrong. */
    public void deliverTo(URI app, String signingSecret) {
        courier.deliverBy(new HttpDelivery(app, signingSecret, courier));
    }

    /** A code for {@code oauth.v2.access}, as if an admin had just allowed the app in this workspace. */
    public String installCode(Workspace where) {
        return appMethods.codeFor(where, api.gate());
    }

    // People and places

    public Workspace workspace() {
        return workspace;
    }

    /** Another workspace that the app is installed in. */
    public Workspace workspace(String domain) {
        return world.addWorkspace(domain);
    }

    public User user(String name) {
        return user(workspace, name);
    }

    public User user(Workspace where, String name) {
        return world.addUser(where, name);
    }

    /** A public channel with its creator, these members and the bot in it. */
    public Channel channel(String name, User creator, User... members) {
        return world.addChannel(name, Channel.Kind.PUBLIC, creator, List.of(members));
    }

    /** As {@link #channel}, but private. */
    public Channel privateChannel(String name, User creator, User... members) {
        return world.addChannel(name, Channel.Kind.PRIVATE, creator, List.of(members));
    }

    /** The group conversation of exactly these people and the bot, if the bot has opened one. */
    public Optional<Channel> conversationOf(User... users) {
        Workspace where = users[0].workspace();
        Set<String> ids = Stream.concat(
                        Stream.of(where.botUserId()), Stream.of(users).map(User::id))
                .collect(Collectors.toSet());
        return world.conversation(where, ids);
    }

    // What people do; whatever Slack's own client would not let them do is an error of the test

    public Exchange slash(User user, Channel channel, String command, String text) {
        return people.slash(user, channel, command, text);
    }

    public Exchange press(User user, Post post, String actionId) {
        return people.press(user, post, actionId, Optional.empty());
    }

    /** Presses the one of several buttons with this action id that has this value. */
    public Exchange press(User user, Post post, String actionId, String value) {
        return people.press(user, post, actionId, Optional.of(value));
    }

    /** Presses a button that was never shown, as a tampered client does. */
    public Exchange forge(User user, Channel channel, String actionId, String value) {
        return people.forge(user, channel, actionId, value);
    }

    public Exchange press(User user, View view, String actionId) {
        return people.press(user, view, actionId, Optional.empty());
    }

    public Exchange press(User user, View view, String actionId, String value) {
        return people.press(user, view, actionId, Optional.of(value));
    }

    /** Chooses from a menu; several values where it takes several. */
    public Exchange select(User user, Post post, String actionId, String... values) {
        return people.select(user, post, actionId, String.join(",", values));
    }

    public Exchange select(User user, View view, String actionId, String... values) {
        return people.select(user, view, actionId, String.join(",", values));
    }

    /** Fills in a modal, by {@code blockId/actionId}, and submits it. */
    public Exchange submit(User user, View view, Map<String, String> filled) {
        return people.submit(user, view, filled);
    }

    /** Closes a modal; the app hears of it only if the view asked for that. */
    public Optional<Exchange> close(View view) {
        return people.close(view);
    }

    public Exchange openHome(User user) {
        return people.openHome(user);
    }

    /** Brings what was sent before once more, as Slack does when an acknowledgement got lost. */
    public Exchange redeliver(Exchange before) {
        return courier.send(before.again());
    }

    /** Brings any other event of the Events API. */
    public Exchange event(Workspace where, JsonObject event) {
        return people.event(where, event);
    }

    public Exchange join(User user, Channel channel) {
        return people.join(user, channel);
    }

    /** As {@link #join}, for an app that did not ask to hear of it. */
    public void admit(User user, Channel channel) {
        channel.join(user.id());
    }

    public Exchange leave(User user, Channel channel) {
        return people.leave(user, channel);
    }

    /** Somebody says something, without the bot hearing of it. */
    public Post say(User user, Channel channel, String text) {
        return people.say(user, channel, text);
    }

    // What people see

    /** The messages in a channel, threads' too, oldest first. */
    public List<Post> messages(Channel channel) {
        return world.messages(channel);
    }

    /** What only this person sees, oldest first. */
    public List<Post> ephemerals(User user) {
        return world.ephemerals(user);
    }

    /** The modal that is on top of this person's screen. */
    public Optional<View> view(User user) {
        return screens.top(user);
    }

    /** The app's home as this person sees it. */
    public Optional<View> home(User user) {
        return screens.home(user);
    }

    public Post awaitMessage(Channel channel, Predicate<Post> wanted) {
        return await(
                "such a message in " + channel,
                () -> messages(channel).stream().filter(wanted).findFirst());
    }

    public Post awaitEphemeral(User user, Predicate<Post> wanted) {
        return await(
                "such a message only for " + user,
                () -> ephemerals(user).stream().filter(wanted).findFirst());
    }

    public View awaitView(User user) {
        return await("a modal for " + user, () -> view(user));
    }

    /** Waits until there is something; the test fails if there is nothing in good time. */
    public <T> T await(String what, Supplier<Optional<T>> look) {
        return world.await(() -> what, look);
    }

    /** Waits until so many sockets or more are connected. */
    public void awaitSockets(int atLeast) {
        await(atLeast + " sockets", () -> sockets.connections() >= atLeast ? Optional.of(sockets) : Optional.empty());
    }

    /** Waits until so many are left, or fewer: what is brought goes to none of the others. */
    public void awaitSocketsLeft(int atMost) {
        await(atMost + " sockets left", () -> Optional.of(sockets).filter(all -> all.connections() <= atMost));
    }

    /** What was acknowledged over sockets, in the order in which it was. */
    public List<Acknowledgement> acknowledgements() {
        return sockets.acknowledgements();
    }

    public Troubles troubles() {
        return troubles;
    }

    // Time, journal, end

    /** Moves this Slack's clock on, for whoever waits for an answer and for the limits. */
    public void advance(Duration by) {
        world.clock.advance(by);
        world.patience.advance(by);
        world.time.advance(by);
        courier.lookAtTheClock();
    }

    /** By which limits are counted, for a bot that keeps its paces by it. Leaps by itself to what is to be done next. */
    public DrivenTime time() {
        return world.time;
    }

    /** The time of whoever waits for an answer; stands until it is {@linkplain #advance moved on}. */
    public Time patience() {
        return world.patience;
    }

    /** Waits until the app has acknowledged all that was done. */
    public void awaitAcknowledgements() {
        await("all to be acknowledged", () -> courier.allAcknowledged() ? Optional.of(true) : Optional.empty());
    }

    /** This Slack's clock, for an app that is to share it. */
    public Clock clock() {
        return world.clock;
    }

    /** Every call of the Web API, oldest first. */
    public List<ApiCall> journal() {
        return api.journal();
    }

    public List<ApiCall> journal(String method) {
        return journal().stream().filter(call -> call.method().equals(method)).toList();
    }

    /** Takes what the app did that it must never do; what is left of it fails the test when this Slack is closed. */
    public List<String> violations() {
        return world.takeViolations();
    }

    @Override
    public void close() throws InterruptedException {
        sockets.stop(1000);
        api.stop();
        sdkLog.close();
        List<String> left = violations();
        if (!left.isEmpty()) {
            throw new AssertionError("On the real Slack this would have gone wrong: " + String.join("; ", left));
        }
    }
}

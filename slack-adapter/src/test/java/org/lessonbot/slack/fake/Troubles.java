package org.lessonbot.slack.fake;

import java.time.Duration;

/** What goes wrong between an app and Slack, whenever a test says so. */
public final class Troubles {
    private final World world;
    private final Faults faults;
    private final SocketServer sockets;
    private final ApiServer api;

    Troubles(World world, Faults faults, SocketServer sockets, ApiServer api) {
        this.world = world;
        this.faults = faults;
        this.sockets = sockets;
        this.api = api;
    }

    /** Breaks all sockets without a word. */
    public void dropSocket() {
        sockets.drop();
    }

    /** Where sockets are opened. */
    public int socketPort() {
        return sockets.getPort();
    }

    /** From now on the app is sent to another port for its sockets, which leads to the right one. */
    public void leadSocketsThrough(int port) {
        sockets.reachedThrough(port);
    }

    /** Asks the app to connect anew: {@code warning}, {@code refresh_requested}. */
    public void disconnect(String reason) {
        sockets.disconnect(reason);
    }

    /** Answers the next call of a method with 429, and those that come before that time as well. */
    public void rateLimitNext(String method, Duration retryAfter) {
        faults.strike(method, Faults.Fault.rateLimited((int) retryAfter.toSeconds()), 1);
    }

    /** Answers the next calls of a method with this error; a number is an HTTP status. */
    public void outage(String method, String error, int times) {
        boolean status = error.chars().allMatch(Character::isDigit);
        Faults.Fault fault =
                status ? Faults.Fault.http(Integer.parseInt(error)) : Faults.Fault.error(new SlackError(error));
        faults.strike(method, fault, times);
    }

    /** Does what the next call of a method asks, and then breaks the connection instead of answering. */
    public void loseAnswer(String method) {
        faults.strike(method, Faults.Fault.lostAnswer(), 1);
    }

    /** Ends the connection just as the next call of a method comes, before anything is done; {@code response_url}, too. */
    public void staleConnection(String method) {
        faults.strike(method, Faults.Fault.staleConnection(), 1);
    }

    /** From now on something that is not Slack answers every call, for instance the page of a proxy, until {@link #pass}. */
    public void interpose(int status, String body) {
        faults.last(Faults.ALL, Faults.Fault.garbled(status, body));
    }

    /** As {@link #interpose}, for what is sent to response_urls alone. */
    public void interposeAtResponseUrls(int status, String body) {
        faults.last(Faults.RESPONSE_URL, Faults.Fault.garbled(status, body));
    }

    /** Ends what {@link #interpose} began. */
    public void pass() {
        faults.lift(Faults.ALL);
    }

    /** From now on no call is answered, nor read, until {@link #release}. */
    public void hold() {
        api.hold();
    }

    /** Answers what was held, and what comes. */
    public void release() {
        api.release();
    }

    /** From now on calls of this method lack a scope, until {@link #recover}. */
    public void missingScope(String method, String scope) {
        faults.last(
                method,
                Faults.Fault.error(new SlackError(
                        "missing_scope",
                        Json.object("needed", scope, "provided", api.gate().granted()))));
    }

    /** Withdraws a scope from the app: every method that asks for it fails. */
    public void withdrawScope(String scope) {
        api.gate().withdraw(scope);
    }

    /** Ends what was wrong with a method. */
    public void recover(String method) {
        faults.lift(method);
    }

    /** Revokes the bot's token, as when an admin removes the app. */
    public void revokeToken(Workspace where) {
        api.gate().revoke(where.botToken());
    }

    /** Somebody, or the workspace's retention policy, deletes a message. */
    public void delete(Post post) {
        synchronized (world) {
            post.delete();
            world.changed();
        }
    }

    public void archive(Channel channel) {
        channel.archive();
    }

    /** The app's page has no messages: nobody can be written to directly. */
    public void takeAwayMessagesTab() {
        world.takeAwayMessagesTab();
    }

    /** Somebody invites the bot. */
    public void letBotIn(Channel channel) {
        channel.join(channel.workspace().botUserId());
    }

    /** Slack has not brought charts to this workspace yet. */
    public void takeAwayCharts() {
        world.takeAwayCharts();
    }

    public void kickBot(Channel channel) {
        channel.leave(channel.workspace().botUserId());
    }
}

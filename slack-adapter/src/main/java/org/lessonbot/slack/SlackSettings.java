package org.lessonbot.slack;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.lessonbot.slack.tables.Installations;

/**
 * How to reach Slack, and whom to believe.
 *
 * @param apiUrl where the Web API is; ends with a slash
 * @param workspaces which workspaces are served
 * @param appToken opens sockets ({@code xapp-…}); without it Slack brings events over HTTP
 * @param http where to listen for events and installations; without it nothing listens
 * @param teachers ids of users who lead wherever they are, beside admins, owners and channels' creators
 * @param language of what is said where no lesson speaks
 */
public record SlackSettings(
        URI apiUrl,
        Workspaces workspaces,
        Optional<Secret> appToken,
        Optional<Http> http,
        Set<String> teachers,
        String language) {
    public static final URI API = URI.create("https://slack.com/api/");

    public SlackSettings {
        teachers = Set.copyOf(teachers);
        if (appToken.isEmpty() && http.isEmpty()) {
            throw new IllegalArgumentException("Slack needs an app token (xapp-…) for sockets, or a port for HTTP");
        }
        if (workspaces instanceof Many && http.isEmpty()) {
            throw new IllegalArgumentException("Installing in several workspaces needs a port for HTTP");
        }
    }

    /** Which workspaces are served. */
    public sealed interface Workspaces {}

    /**
     * One workspace.
     *
     * @param botToken {@code xoxb-…}
     */
    public record One(Secret botToken) implements Workspaces {}

    /**
     * All workspaces whose admins allow the app, on the page {@code /slack/install} that this adapter serves.
     *
     * @param installations where their tokens are kept
     */
    public record Many(String clientId, Secret clientSecret, Installations installations) implements Workspaces {}

    /**
     * Where to listen.
     *
     * @param host the address to bind; {@code 127.0.0.1} behind a reverse proxy
     * @param port 0 for any free one
     */
    public record Http(Secret signingSecret, String host, int port) {
        public static final String LOOPBACK = "127.0.0.1";
    }
}

package org.lessonbot.slack;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The app's manifest, to paste into Slack's page for new apps. It asks for as little as a lesson needs, and for no history. */
public final class SlackManifest {
    /** What the bot may do. Without the last two, pairs get no conversation of their own; all else works. */
    static final String SCOPES = "chat:write,channels:read,groups:read,users:read,commands,im:write,mpim:write";

    private SlackManifest() {}

    /** The manifest of an app that Slack reaches over sockets. */
    public static String overSockets() {
        return yaml(Optional.empty(), Optional.empty());
    }

    /**
     * The manifest of an app that Slack reaches over HTTP.
     *
     * @param base the public address of this bot, without a path
     * @param installable whether several workspaces install it
     */
    public static String overHttp(URI base, boolean installable) {
        return yaml(
                Optional.of(base.resolve("/slack/events").toString()),
                installable ? Optional.of(base.resolve(HttpDoor.REDIRECT).toString()) : Optional.empty());
    }

    private static String yaml(Optional<String> events, Optional<String> redirect) {
        String url = events.map(address -> "url: " + address).orElse("");
        String requests = events.map(address -> "request_url: " + address).orElse("");
        String scopes =
                Stream.of(SCOPES.split(",")).map(scope -> "      - " + scope).collect(Collectors.joining("\n"));
        String yaml = String.format(
                Locale.ROOT,
                """
                display_information:
                  name: Lesson bot
                  description: Leads a class through a lesson about how AI learns to be helpful
                features:
                  app_home:
                    home_tab_enabled: true
                    messages_tab_enabled: true
                    messages_tab_read_only_enabled: true
                  bot_user:
                    display_name: lesson-bot
                    always_online: true
                  slash_commands:
                    - command: /lesson
                      description: Lead or join a lesson
                      usage_hint: help
                      should_escape: true
                      %s
                oauth_config:
                  %s
                  scopes:
                    bot:
                %s
                settings:
                  event_subscriptions:
                    %s
                    bot_events:
                      - app_home_opened
                %s
                  interactivity:
                    is_enabled: true
                    %s
                  org_deploy_enabled: false
                  socket_mode_enabled: %s
                  token_rotation_enabled: false
                """,
                url,
                redirect.map(address -> "redirect_urls: [" + address + "]").orElse(""),
                scopes,
                requests,
                redirect.isPresent() ? "      - app_uninstalled\n      - tokens_revoked" : "",
                requests,
                events.isEmpty());
        return yaml.lines().filter(line -> !line.isBlank()).collect(Collectors.joining("\n", "", "\n"));
    }
}

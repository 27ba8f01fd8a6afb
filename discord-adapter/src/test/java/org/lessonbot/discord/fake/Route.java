package org.lessonbot.discord.fake;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every REST route that the fake knows, by method and path under {@code /api/v10}. */
public enum Route {
    /** Who the bot is; the first call of a login. */
    GET_SELF("GET", "/users/@me"),
    /** The servers that the bot is in, and what it may do there. */
    LIST_GUILDS("GET", "/users/@me/guilds"),
    /** Somebody's account. */
    GET_USER("GET", "/users/{user}"),
    /** Opens a direct conversation. */
    OPEN_DIRECT("POST", "/users/@me/channels"),
    /** The gateway's address. */
    GET_GATEWAY("GET", "/gateway"),
    /** The gateway's address with what a bot may ask of it. */
    GET_GATEWAY_BOT("GET", "/gateway/bot"),
    /** Commands for all guilds. */
    LIST_COMMANDS("GET", "/applications/{application}/commands"),
    /** Replaces the commands for all guilds. */
    SET_COMMANDS("PUT", "/applications/{application}/commands"),
    /** Adds or replaces one command for all guilds. */
    ADD_COMMAND("POST", "/applications/{application}/commands"),
    /** Removes one command for all guilds. */
    DELETE_COMMAND("DELETE", "/applications/{application}/commands/{command}"),
    /** Commands of one guild. */
    LIST_GUILD_COMMANDS("GET", "/applications/{application}/guilds/{guild}/commands"),
    /** Replaces the commands of one guild. */
    SET_GUILD_COMMANDS("PUT", "/applications/{application}/guilds/{guild}/commands"),
    /** Adds or replaces one command of one guild. */
    ADD_GUILD_COMMAND("POST", "/applications/{application}/guilds/{guild}/commands"),
    /** Removes one command of one guild. */
    DELETE_GUILD_COMMAND("DELETE", "/applications/{application}/guilds/{guild}/commands/{command}"),
    /** The first answer to an interaction. */
    ANSWER("POST", "/interactions/{interaction}/{token}/callback"),
    /** A further message to whoever interacted. */
    FOLLOW_UP("POST", "/webhooks/{application}/{token}"),
    /** Reads an answer; {@code @original} names the first. */
    GET_REPLY("GET", "/webhooks/{application}/{token}/messages/{message}"),
    /** Changes an answer. */
    EDIT_REPLY("PATCH", "/webhooks/{application}/{token}/messages/{message}"),
    /** Takes an answer back. */
    DELETE_REPLY("DELETE", "/webhooks/{application}/{token}/messages/{message}"),
    /** Posts a message. */
    POST_MESSAGE("POST", "/channels/{channel}/messages"),
    /** The latest messages. */
    LIST_MESSAGES("GET", "/channels/{channel}/messages"),
    /** Reads a message. */
    GET_MESSAGE("GET", "/channels/{channel}/messages/{message}"),
    /** Changes a message. */
    EDIT_MESSAGE("PATCH", "/channels/{channel}/messages/{message}"),
    /** Deletes a message. */
    DELETE_MESSAGE("DELETE", "/channels/{channel}/messages/{message}"),
    /** Shows "… is typing". */
    TYPING("POST", "/channels/{channel}/typing"),
    /** Opens a thread. */
    START_THREAD("POST", "/channels/{channel}/threads"),
    /** Opens a thread under a message. */
    START_THREAD_AT("POST", "/channels/{channel}/messages/{message}/threads"),
    /** Reads a channel or thread. */
    GET_CHANNEL("GET", "/channels/{channel}"),
    /** Renames, archives or locks. */
    EDIT_CHANNEL("PATCH", "/channels/{channel}"),
    /** Deletes a channel or thread. */
    DELETE_CHANNEL("DELETE", "/channels/{channel}"),
    /** Adds somebody to a thread. */
    ADD_THREAD_MEMBER("PUT", "/channels/{channel}/thread-members/{user}"),
    /** Takes somebody out of a thread. */
    REMOVE_THREAD_MEMBER("DELETE", "/channels/{channel}/thread-members/{user}"),
    /** Somebody in a guild. */
    GET_MEMBER("GET", "/guilds/{guild}/members/{user}");

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private final String method;
    private final String template;
    private final Pattern pattern;

    Route(String method, String template) {
        this.method = method;
        this.template = template;
        this.pattern = Pattern.compile(template.replaceAll("\\{(\\w+)}", "(?<$1>[^/]+)"));
    }

    /** The HTTP method. */
    public String method() {
        return method;
    }

    /** The path, with a name in braces for each part that varies. */
    public String template() {
        return template;
    }

    /** Whether the token in the path is all the authorization this needs; such calls escape the global limit too. */
    boolean byInteraction() {
        return template.startsWith("/interactions/") || template.startsWith("/webhooks/");
    }

    /** The route of a request; a literal part wins over a variable one. */
    static Optional<Route> of(String method, String path) {
        return Arrays.stream(values())
                .filter(route -> route.method.equals(method)
                        && route.pattern.matcher(path).matches())
                .findFirst();
    }

    Map<String, String> variables(String path) {
        Map<String, String> variables = new LinkedHashMap<>();
        Matcher matched = pattern.matcher(path);
        Matcher names = VARIABLE.matcher(template);
        if (matched.matches()) {
            while (names.find()) {
                variables.put(names.group(1), matched.group(names.group(1)));
            }
        }
        return variables;
    }

    /** The part of the path that Discord keeps separate limits for. */
    String majorParameter(Map<String, String> variables) {
        return Stream.of("channel", "guild", "token")
                .filter(variables::containsKey)
                .map(name -> name + "=" + variables.get(name))
                .collect(Collectors.joining(","));
    }
}

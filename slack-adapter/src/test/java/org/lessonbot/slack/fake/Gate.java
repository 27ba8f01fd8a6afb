package org.lessonbot.slack.fake;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Who may call what: tokens, scopes and rate limits, and the methods that a lesson's bot must never call. */
final class Gate {
    /** Methods that read what people wrote, or react to it. */
    private static final Pattern READING = Pattern.compile(
            "(conversations|channels|groups|im|mpim)\\.(history|replies)|search\\..*|reactions\\..*|stars\\..*|files\\.(list|info)");

    private final World world;
    private final Quotas quotas;
    private final Set<String> revoked = new HashSet<>();
    private final Set<String> granted = new TreeSet<>(RegisteredApp.SCOPES);

    Gate(World world) {
        this.world = world;
        this.quotas = new Quotas(world);
    }

    void revoke(String token) {
        synchronized (world) {
            revoked.add(token);
        }
    }

    /** The token works again: the app was installed anew. */
    void restore(String token) {
        synchronized (world) {
            revoked.remove(token);
        }
    }

    void withdraw(String scope) {
        synchronized (world) {
            granted.remove(scope);
        }
    }

    String granted() {
        return String.join(",", granted);
    }

    void checkScope(Method method, Arguments arguments) {
        String needed = method.scope().apply(arguments);
        if (!needed.isEmpty() && !granted.contains(needed)) {
            throw new SlackError("missing_scope", Json.object("needed", needed, "provided", granted()));
        }
    }

    void close(String name, int seconds) {
        quotas.close(name, seconds);
    }

    OptionalInt secondsToWait(String name, Method method, Arguments arguments) {
        return quotas.secondsToWait(name, method, arguments);
    }

    /** What a call of a method gets that is not among this Slack's, some of them for good reason. */
    SlackError refuse(String name) {
        if (READING.matcher(name).matches()) {
            world.violation("The bot read what it must not read: " + name);
            return new SlackError("missing_scope", Json.object("needed", "channels:history", "provided", granted()));
        }
        world.violation("The bot called a method that this Slack does not have: " + name);
        return new SlackError("unknown_method");
    }

    Arguments admit(Method method, Headers headers, Map<String, String> form) {
        String type = Optional.ofNullable(headers.getFirst("Content-Type")).orElse("");
        if (!type.startsWith("application/x-www-form-urlencoded")) {
            throw new SlackError("invalid_post_type");
        }
        String authorization =
                Optional.ofNullable(headers.getFirst("Authorization")).orElse("");
        return switch (method.token()) {
            case BOT -> new Arguments(Optional.of(caller(token(authorization, form))), form);
            case APP -> appsOwn(token(authorization, form), form);
            case EITHER -> {
                String token = token(authorization, form);
                boolean own = token.equals(RegisteredApp.APP_TOKEN);
                yield new Arguments(own ? Optional.empty() : Optional.of(caller(token)), form);
            }
            case NONE -> withClient(authorization, form);
        };
    }

    private static String token(String authorization, Map<String, String> form) {
        String token = authorization.startsWith("Bearer ")
                ? authorization.substring("Bearer ".length())
                : form.getOrDefault("token", "");
        if (token.isEmpty()) {
            throw new SlackError("not_authed");
        }
        return token;
    }

    private Workspace caller(String token) {
        if (token.equals(RegisteredApp.APP_TOKEN)) {
            throw new SlackError("not_allowed_token_type");
        }
        if (revoked.contains(token)) {
            throw new SlackError("token_revoked");
        }
        return world.workspaceOf(token).orElseThrow(() -> new SlackError("invalid_auth"));
    }

    private static Arguments appsOwn(String token, Map<String, String> form) {
        if (!token.equals(RegisteredApp.APP_TOKEN)) {
            throw new SlackError(token.startsWith("xoxb-") ? "not_allowed_token_type" : "invalid_auth");
        }
        return new Arguments(Optional.empty(), form);
    }

    private static Arguments withClient(String authorization, Map<String, String> form) {
        Map<String, String> all = new HashMap<>(form);
        if (authorization.startsWith("Basic ")) {
            byte[] decoded = Base64.getDecoder().decode(authorization.substring("Basic ".length()));
            String[] client = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            all.put("client_id", client[0]);
            all.put("client_secret", client.length == 2 ? client[1] : "");
        }
        return new Arguments(Optional.empty(), all);
    }
}

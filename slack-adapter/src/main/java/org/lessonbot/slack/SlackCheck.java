package org.lessonbot.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lessonbot.engine.PlatformException;

/** Asks Slack whether it takes our tokens, and what the bot's may do. */
public final class SlackCheck {
    private static final String BOT = "Slack, with the bot's token (xoxb-…)";
    private static final String APP = "Slack, with the app's token (xapp-…)";
    private static final String SCOPES = "x-oauth-scopes";

    private final SlackSettings settings;
    private final WebApi api;

    SlackCheck(SlackSettings settings, WebApi api) {
        this.settings = settings;
        this.api = api;
    }

    /**
     * What Slack said.
     *
     * @param workspace the name of the one workspace that is served; empty where workspaces install the app themselves
     * @param lacking the scopes that the manifest asks for and the bot was not given
     */
    public record Passed(Optional<String> workspace, Set<String> lacking) {}

    /**
     * Asks now, on a line of its own.
     *
     * @throws PlatformException.Rejected if Slack refuses a token: the message says which, and what to do
     * @throws PlatformException.Transient if Slack is out of reach now
     */
    public static Passed now(SlackSettings settings) throws PlatformException {
        try (SlackLine line = new SlackLine(settings)) {
            return new SlackCheck(settings, line.api()).tokens();
        }
    }

    Passed tokens() throws PlatformException {
        Passed passed = new Passed(Optional.empty(), Set.of());
        if (settings.workspaces() instanceof SlackSettings.One one) {
            AuthTestResponse answer = api.call(one.botToken(), BOT, client -> client.authTest(test -> test));
            passed = new Passed(Optional.ofNullable(answer.getTeam()), lacking(answer));
        }
        if (settings.appToken().isPresent()) {
            api.call(settings.appToken().get(), APP, client -> client.authTest(test -> test));
        }
        return passed;
    }

    private static Set<String> lacking(AuthTestResponse answer) {
        Optional<List<String>> granted =
                Optional.ofNullable(answer.getHttpResponseHeaders()).map(headers -> header(headers));
        Set<String> lacking = new TreeSet<>();
        if (granted.filter(scopes -> !scopes.isEmpty()).isPresent()) {
            lacking.addAll(List.of(SlackManifest.SCOPES.split(",")));
            granted.get().forEach(scopes -> List.of(scopes.split(",")).forEach(scope -> lacking.remove(scope.strip())));
        }
        return lacking;
    }

    private static List<String> header(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(SCOPES))
                .flatMap(header -> header.getValue().stream())
                .toList();
    }
}

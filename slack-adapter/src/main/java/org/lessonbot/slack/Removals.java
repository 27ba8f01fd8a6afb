package org.lessonbot.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.slack.tables.Installations;
import org.lessonbot.slack.tables.TokenCipher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Workspaces that took the app away. Slack brings the word of it up to three times and minutes late, perhaps after the app was
 * installed again: so a token is forgotten only if Slack says that it is no good any more.
 */
final class Removals {
    private static final Logger log = LoggerFactory.getLogger(Removals.class);
    private static final Set<String> VOID =
            Set.of("invalid_auth", "not_authed", "token_revoked", "token_expired", "account_inactive");

    private final Installations installations;
    private final WebApi api;
    private final Executor threads;

    /** @param threads in which Slack is asked */
    Removals(Installations installations, WebApi api, Executor threads) {
        this.installations = installations;
        this.api = api;
        this.threads = threads;
    }

    /** Slack said that a workspace took the app away, or its token. Returns at once. */
    void heard(String team) {
        threads.execute(() -> look(team));
    }

    private void look(String team) {
        try {
            Optional<Secret> token = installations.token(team);
            if (token.isPresent() && !isVoid(token.get(), team)) {
                log.info("Slack workspace {}: the app was taken away before it was installed again", team);
                return;
            }
        } catch (TokenCipher.WrongKeyException unreadable) {
            log.info("Slack workspace {}: its token could not be read any more", team);
        } catch (PlatformException | RuntimeException away) {
            log.warn("Slack workspace {} was left, and its token is still kept: {}", team, away.getMessage());
            return;
        }
        installations.deleteAll(null, team);
    }

    private boolean isVoid(Secret token, String team) throws PlatformException {
        AuthTestResponse answer = api.answer(token, "Slack workspace " + team, client -> client.authTest(test -> test));
        return !answer.isOk() && VOID.contains(String.valueOf(answer.getError()));
    }
}

package org.lessonbot.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.slack.tables.TokenCipher;

/** The SDK and its HTTP client, set up as this bot needs them. */
final class SlackLine implements AutoCloseable {
    private static final int MOST_IDLE = 20;
    /** Shorter than servers and proxies leave a connection open, so that it is rarely ended just when it is needed. */
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(30);

    private final OkHttpClient http;
    private final Slack slack;
    private final WebApi api;

    SlackLine(SlackSettings settings) {
        // A post that is sent again behind our back may stand there twice; what may be sent twice, the Web API sends
        // again.
        this.http = new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .connectionPool(new ConnectionPool(MOST_IDLE, LONGEST_IDLE.toSeconds(), TimeUnit.SECONDS))
                .followRedirects(false)
                .connectTimeout(Duration.ofSeconds(5))
                .callTimeout(Duration.ofSeconds(15))
                .build();
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(settings.apiUrl().toString());
        // Only the SDK's asynchronous client needs them; for each token they cost one more call before the first.
        config.setStatsEnabled(false);
        this.slack = Slack.getInstance(config, new SlackHttpClient(http));
        this.api = new WebApi(slack, team -> token(settings, team));
    }

    private static Optional<Secret> token(SlackSettings settings, String team) throws PlatformException {
        try {
            return settings.workspaces() instanceof SlackSettings.Many many
                    ? many.installations().token(team)
                    : Optional.of(((SlackSettings.One) settings.workspaces()).botToken());
        } catch (TokenCipher.WrongKeyException wrong) {
            throw new PlatformException.Rejected(String.valueOf(wrong.getMessage()));
        }
    }

    Slack slack() {
        return slack;
    }

    WebApi api() {
        return api;
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}

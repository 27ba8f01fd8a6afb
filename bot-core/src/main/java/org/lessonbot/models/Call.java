package org.lessonbot.models;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.lessonbot.models.ModelException.Kind;

/** What one request says to its server, one thing after the other. Another thread may hang up, for good. */
final class Call {
    /** Where a server that has too much to do does not say how long. */
    private static final Duration BREATH = Duration.ofSeconds(5);
    /** How often it is asked whether a model is loaded. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final HttpClient http;
    private final Duration patience;
    private final Clock clock;
    private final String secret;
    private @Nullable CompletableFuture<HttpResponse<byte[]>> underWay;
    private boolean over;
    private boolean loads;

    /** @param patience how long anything may take, the loading of a model included: to give up earlier would begin it anew */
    Call(HttpClient http, Duration patience, Clock clock, String secret) {
        this.http = http;
        this.patience = patience;
        this.clock = clock;
        this.secret = secret;
    }

    Reply get(URI address) {
        return send(HttpRequest.newBuilder(address).GET());
    }

    /** @throws NotYet if the server says so */
    Reply post(URI address, JsonNode body) {
        Reply reply = send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
        if (reply.isLoading()) {
            throw new NotYet(LOOK, true, hidden(reply.said()));
        }
        if (reply.isBusy()) {
            throw new NotYet(reply.pause(clock.instant()).orElse(BREATH), false, hidden(reply.said()));
        }
        return reply;
    }

    private Reply send(HttpRequest.Builder request) {
        if (!secret.isEmpty()) {
            request.header("Authorization", "Bearer " + secret);
        }
        CompletableFuture<HttpResponse<byte[]>> sent =
                begin(request.header("Accept", "application/json").build());
        try {
            HttpResponse<byte[]> response = sent.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (TimeoutException silence) {
            sent.cancel(true);
            throw new ModelException(Kind.TIMEOUT, "nothing came in " + patience.toSeconds() + " s");
        } catch (ExecutionException failed) {
            throw failure(failed.getCause());
        } catch (CancellationException hungUp) {
            throw new ModelException(Kind.CANCELLED, "given up");
        } catch (InterruptedException closing) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new ModelException(Kind.CANCELLED, "the bot closes");
        }
    }

    private synchronized CompletableFuture<HttpResponse<byte[]>> begin(HttpRequest request) {
        if (over) {
            throw new ModelException(Kind.CANCELLED, "given up");
        }
        CompletableFuture<HttpResponse<byte[]>> sent = http.sendAsync(request, Limited::body);
        underWay = sent;
        return sent;
    }

    /** What is said now lets the server load something. */
    void whileLoading(Runnable said) {
        loads(true);
        try {
            said.run();
        } finally {
            loads(false);
        }
    }

    private synchronized void loads(boolean now) {
        loads = now;
    }

    /**
     * Nothing is said or heard any more: the server sees the connection closed, and stops thinking.
     *
     * @param loading also if it is loading something, which it would then begin anew for whoever asks next
     */
    synchronized void hangUp(boolean loading) {
        over = true;
        if (underWay != null && (loading || !loads)) {
            underWay.cancel(true);
        }
    }

    private static ModelException failure(@Nullable Throwable cause) {
        boolean unreachable = cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof SSLException
                || cause instanceof java.nio.channels.UnresolvedAddressException;
        Kind kind = unreachable ? Kind.UNREACHABLE : cause instanceof IOException ? Kind.BROKEN_OFF : Kind.UNREADABLE;
        return new ModelException(kind, String.valueOf(cause));
    }

    /** Without the key, which servers like to repeat. */
    String hidden(String said) {
        return secret.isEmpty() ? said : said.replace(secret, "…");
    }
}

package org.lessonbot.slack;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.model.block.LayoutBlock;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.PlatformException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls Slack, one call at a time in the caller's thread; what fails is a {@link PlatformException}. What comes back and is
 * not Slack's (the page of a proxy, nothing at all) counts as Slack being out of reach.
 */
final class WebApi {
    private static final Logger log = LoggerFactory.getLogger(WebApi.class);
    private static final int OK = 200;

    private final Slack slack;
    private final Tokens tokens;

    WebApi(Slack slack, Tokens tokens) {
        this.slack = slack;
        this.tokens = tokens;
    }

    /** Where the bot's token in a workspace is found. */
    @FunctionalInterface
    interface Tokens {
        /** The token; nothing where the app is not installed. */
        Optional<Secret> of(String team) throws PlatformException;
    }

    /** One call of a method, which does nothing else. */
    @FunctionalInterface
    interface Call<T extends SlackApiTextResponse> {
        T on(MethodsClient client) throws IOException, SlackApiException;
    }

    /** Something sent over the line. */
    @FunctionalInterface
    private interface Sent<T> {
        T send() throws IOException, SlackApiException, PlatformException;
    }

    /**
     * A call that may be made twice: when the connection ends under it, it is made again, because nobody can tell whether it
     * arrived.
     */
    <T extends SlackApiTextResponse> T call(Room room, Call<T> call) throws PlatformException {
        return call(SlackIds.team(room), place(room), call);
    }

    <T extends SlackApiTextResponse> T call(String team, String place, Call<T> call) throws PlatformException {
        return call(token(team, place), place, call);
    }

    <T extends SlackApiTextResponse> T call(Secret token, String place, Call<T> call) throws PlatformException {
        return taken(answer(token, place, call), place);
    }

    /** What Slack answers to a call that may be made twice, be it yes or no. */
    <T extends SlackApiTextResponse> T answer(Secret token, String place, Call<T> call) throws PlatformException {
        return heard(place, () -> sent(() -> call.on(slack.methods(token.value()))));
    }

    /** What a question that may be asked twice is about; an answer without it is none of Slack's. */
    <T extends SlackApiTextResponse, V> V ask(Room room, Call<T> call, Function<T, @Nullable V> about)
            throws PlatformException {
        return about(call(room, call), about, place(room));
    }

    /** A call that is made once, whatever becomes of it: what it posts would stand there twice. */
    <T extends SlackApiTextResponse, V> V once(Room room, Call<T> call, Function<T, @Nullable V> about)
            throws PlatformException {
        String place = place(room);
        Secret token = token(SlackIds.team(room), place);
        return about(taken(heard(place, () -> call.on(slack.methods(token.value()))), place), about, place);
    }

    private static String place(Room room) {
        return "Slack workspace " + SlackIds.team(room) + ", channel " + SlackIds.channel(room);
    }

    private Secret token(String team, String place) throws PlatformException {
        return tokens.of(team)
                .orElseThrow(() -> new PlatformException.Rejected(place + ": the app is not installed here"));
    }

    /** Sends again, once, what may be lost: the other idle connections may have ended as this one did. */
    private <T> T sent(Sent<T> what) throws IOException, SlackApiException, PlatformException {
        try {
            return what.send();
        } catch (InterruptedIOException late) {
            throw late;
        } catch (IOException ended) {
            log.debug("sent again", ended);
            slack.getHttpClient().getOkHttpClient().connectionPool().evictAll();
            return what.send();
        }
    }

    /** The one place where what came back is read. The SDK throws unchecked what it cannot read, and for an empty body. */
    private static <T> T heard(String place, Sent<T> what) throws PlatformException {
        try {
            return what.send();
        } catch (SlackApiException failure) {
            throw Faults.of(failure, place);
        } catch (IOException failure) {
            throw new PlatformException.Transient(place + ": Slack is out of reach: " + failure.getMessage());
        } catch (JsonParseException | NullPointerException | IllegalStateException unreadable) {
            log.debug("what came back cannot be read", unreadable);
            throw Faults.unreadable(place);
        } catch (IllegalArgumentException unsendable) {
            throw new PlatformException.Rejected(
                    place + ": the token cannot be sent; it holds a character that none has."
                            + " Copy it from the app's settings again");
        }
    }

    private static <T extends SlackApiTextResponse> T taken(T answer, String place) throws PlatformException {
        if (!answer.isOk()) {
            throw Faults.of(answer, place);
        }
        return answer;
    }

    private static <T, V> V about(T answer, Function<T, @Nullable V> about, String place) throws PlatformException {
        return Optional.ofNullable(about.apply(answer)).orElseThrow(() -> Faults.unreadable(place));
    }

    /**
     * Says something through a response_url. Sent again if the connection ends under it: a receipt that stands there twice
     * is better than none.
     *
     * @param replace whether it takes the place of the message that was pressed
     * @return whether the url still took it
     */
    boolean respond(String url, String text, List<LayoutBlock> blocks, boolean replace) throws PlatformException {
        String body = BlockKit.json(ActionResponse.builder()
                .responseType("ephemeral")
                .replaceOriginal(replace)
                .text(text)
                .blocks(blocks)
                .build());
        return heard("Slack's response_url", () -> sent(() -> posted(url, body)));
    }

    private boolean posted(String url, String body) throws IOException, PlatformException {
        try (Response answer = slack.getHttpClient().postJsonBody(url, body)) {
            String said = answer.body().string();
            if (said.stripLeading().startsWith("<")) {
                throw Faults.unreadable("Slack's response_url");
            }
            return answer.code() == OK;
        }
    }
}

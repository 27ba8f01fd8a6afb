package org.lessonbot.slack;

import com.slack.api.Slack;
import com.slack.api.app_backend.interactive_components.ActionResponseSender;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.model.block.LayoutBlock;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.PlatformException;

/** Calls Slack, one call at a time in the caller's thread; what fails is a {@link PlatformException}. */
final class WebApi {
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

    /** One call of a method. */
    @FunctionalInterface
    interface Call<T extends SlackApiTextResponse> {
        T on(MethodsClient client) throws IOException, SlackApiException;
    }

    <T extends SlackApiTextResponse> T call(Room room, Call<T> call) throws PlatformException {
        String place = "Slack workspace " + SlackIds.team(room) + ", channel " + SlackIds.channel(room);
        return call(SlackIds.team(room), place, call);
    }

    <T extends SlackApiTextResponse> T call(String team, String place, Call<T> call) throws PlatformException {
        Secret token = tokens.of(team)
                .orElseThrow(() -> new PlatformException.Rejected(place + ": the app is not installed here"));
        return call(token, place, call);
    }

    <T extends SlackApiTextResponse> T call(Secret token, String place, Call<T> call) throws PlatformException {
        T answer;
        try {
            answer = call.on(slack.methods(token.value()));
        } catch (SlackApiException failure) {
            throw Faults.of(failure, place);
        } catch (IOException failure) {
            throw new PlatformException.Transient(place + ": Slack is out of reach: " + failure.getMessage());
        }
        if (!answer.isOk()) {
            throw Faults.of(answer, place);
        }
        return answer;
    }

    /**
     * Says something through a response_url.
     *
     * @param replace whether it takes the place of the message that was pressed
     * @return whether the url still took it
     */
    boolean respond(String url, String text, List<LayoutBlock> blocks, boolean replace) throws PlatformException {
        ActionResponse answer = ActionResponse.builder()
                .responseType("ephemeral")
                .replaceOriginal(replace)
                .text(text)
                .blocks(blocks)
                .build();
        try {
            return new ActionResponseSender(slack).send(url, answer).getCode() == OK;
        } catch (IOException failure) {
            throw new PlatformException.Transient("Slack is out of reach: " + failure.getMessage());
        }
    }
}

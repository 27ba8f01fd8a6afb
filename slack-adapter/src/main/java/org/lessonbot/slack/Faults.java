package org.lessonbot.slack;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.lessonbot.engine.PlatformException;

/** Slack's errors in the core's terms. What only a person can mend says where, and what to do. */
final class Faults {
    /** A trigger that was used up opened its form: only this bot could use it. */
    private static final Set<String> GONE = Set.of(
            "message_not_found",
            "cant_update_message",
            "edit_window_closed",
            "thread_not_found",
            "exchanged_trigger_id");

    private static final int TOO_MANY_REQUESTS = 429;
    private static final String PROXY = "Is a proxy in between, or a page on which to log in?";

    private Faults() {}

    /** @param place the workspace and channel that were spoken to */
    static PlatformException of(SlackApiTextResponse answer, String place) {
        String error = Optional.ofNullable(answer.getError()).orElse("no reason given");
        String needed = Optional.ofNullable(answer.getNeeded()).orElse("");
        return of(error, needed, place);
    }

    static PlatformException of(SlackApiException failure, String place) {
        int status = failure.getResponse().code();
        if (status == TOO_MANY_REQUESTS) {
            return new PlatformException.RateLimited(place + ": Slack asks to slow down", retryAfter(failure));
        }
        return failure.getError() == null
                ? new PlatformException.Transient(place + ": Slack is out of reach: status " + status + ". " + PROXY)
                : new PlatformException.Transient(place + ": Slack answered with status " + status);
    }

    /** What came back is not Slack's. */
    static PlatformException unreadable(String place) {
        return new PlatformException.Transient(
                place + ": Slack is out of reach: what came back is not Slack's answer. " + PROXY);
    }

    /** Whether Slack refuses what a message is made of, rather than that it is said there. */
    static boolean isOfBlocks(PlatformException.Rejected refusal) {
        return String.valueOf(refusal.getMessage()).contains(": invalid_blocks.");
    }

    private static Duration retryAfter(SlackApiException failure) {
        String seconds =
                Optional.ofNullable(failure.getResponse().header("Retry-After")).orElse("");
        return Duration.ofSeconds(seconds.matches("\\d{1,4}") ? Long.parseLong(seconds) : 1);
    }

    private static PlatformException of(String error, String needed, String place) {
        if (GONE.contains(error)) {
            return new PlatformException.Gone(place + ": " + error);
        }
        if (error.equals("ratelimited")) {
            return new PlatformException.RateLimited(place + ": Slack asks to slow down", Duration.ofSeconds(1));
        }
        String advice = advice(error, needed);
        return advice.isEmpty()
                ? new PlatformException.Transient(place + ": " + error)
                : new PlatformException.Rejected(place + ": " + error + ". " + advice);
    }

    /** What an operator can do about it; empty for what passes by itself. */
    private static String advice(String error, String needed) {
        return switch (error) {
            case "not_in_channel", "channel_not_found" ->
                "The bot is not in this channel, or it was deleted. Invite the bot there: /invite @lesson-bot";
            case "is_archived" -> "The channel is archived. Unarchive it, or start the lesson elsewhere";
            case "missing_scope" ->
                "The app lacks the scope " + needed + ". Add it under OAuth & Permissions, and install the app again";
            case "invalid_auth", "not_authed", "token_revoked", "token_expired", "account_inactive" ->
                "Slack refuses this token. Install the app again, or make a new one, and set that";
            case "restricted_action", "no_permission", "team_access_not_granted", "ekm_access_denied" ->
                "The workspace's settings forbid it. Ask an admin to let the app write here";
            case "invalid_blocks", "msg_too_long", "msg_blocks_too_long", "invalid_arguments", "no_text" ->
                "Slack cannot show this message. Please report it";
            case "user_not_in_channel", "user_not_found" -> "This person is not in the channel";
            case "user_disabled", "user_not_visible", "cannot_dm_bot" -> "This person cannot be written to";
            case "messages_tab_disabled" ->
                "The app's page takes no messages. Turn on the Messages Tab under App Home, to remind people privately";
            case "not_enabled" -> "The app has no home. Turn it on under App Home";
            case "expired_trigger_id", "invalid_trigger_id" -> "The form came too late for its click";
            default -> "";
        };
    }
}

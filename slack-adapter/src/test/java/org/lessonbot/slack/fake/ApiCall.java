package org.lessonbot.slack.fake;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A call of the Web API that came in, for the journal.
 *
 * @param at when, by this Slack's clock
 * @param method for instance {@code chat.postMessage}
 * @param workspace whose bot called, none for the app's own calls
 * @param form the form's fields as they were sent
 * @param status the HTTP status of the answer; 0 where the answer was lost on purpose
 * @param answer the answer
 */
public record ApiCall(
        Instant at,
        String method,
        Optional<Workspace> workspace,
        Map<String, String> form,
        int status,
        JsonObject answer) {
    public boolean isOk() {
        return Json.flag(answer, "ok");
    }

    /** Why it failed, for instance {@code ratelimited}; empty where it did not. */
    public String error() {
        return Json.string(answer, "error").orElse("");
    }
}

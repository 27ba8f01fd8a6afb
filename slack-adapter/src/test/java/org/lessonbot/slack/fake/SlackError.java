package org.lessonbot.slack.fake;

import com.google.gson.JsonObject;
import java.util.List;

/** A call that Slack answers with {@code "ok": false}. */
final class SlackError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient JsonObject details;

    SlackError(String code) {
        this(code, new JsonObject());
    }

    /** With the reasons, as Slack gives them for blocks and views. */
    SlackError(String code, List<String> reasons) {
        this(code, Json.object("response_metadata", Json.object("messages", Json.array(reasons.stream()))));
    }

    SlackError(String code, JsonObject details) {
        super(code + (details.size() == 0 ? "" : " " + details));
        this.code = code;
        this.details = details;
    }

    String code() {
        return code;
    }

    JsonObject answer() {
        JsonObject answer = Json.object("ok", false, "error", code);
        details.entrySet().forEach(each -> answer.add(each.getKey(), each.getValue()));
        return answer;
    }
}

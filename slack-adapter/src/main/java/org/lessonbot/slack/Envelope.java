package org.lessonbot.slack;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.socket_mode.request.EventsApiEnvelope;
import com.slack.api.socket_mode.request.InteractiveEnvelope;
import com.slack.api.socket_mode.request.SlashCommandsEnvelope;
import java.io.IOException;
import java.io.StringReader;
import java.util.Set;

/**
 * As much of what comes over a socket as must be read to acknowledge it.
 *
 * @param id by which Slack knows what is acknowledged; empty where nothing is to be
 * @param type what kind of envelope it is
 * @param inner the type of what is in it; empty where it has none
 * @param reason why Slack ends the connection; empty where it does not
 */
record Envelope(String id, String type, String inner, String reason) {
    private static final Set<String> BROUGHT =
            Set.of(EventsApiEnvelope.TYPE, InteractiveEnvelope.TYPE, SlashCommandsEnvelope.TYPE);

    /** Whether something that somebody did is in it. */
    boolean brings() {
        return BROUGHT.contains(type) && !id.isEmpty();
    }

    /** Whether it is a form that was sent, whose faults are told with the acknowledgement. */
    boolean isForm() {
        return isForm(inner);
    }

    static boolean isForm(String type) {
        return type.equals(ViewSubmissionPayload.TYPE);
    }

    /** @throws IOException if it is no JSON object */
    static Envelope read(String message) throws IOException {
        String id = "";
        String type = "";
        String inner = "";
        String reason = "";
        try (JsonReader json = new JsonReader(new StringReader(message))) {
            json.beginObject();
            while (json.hasNext()) {
                switch (json.nextName()) {
                    case "envelope_id" -> id = text(json);
                    case "type" -> type = text(json);
                    case "reason" -> reason = text(json);
                    case "payload" -> inner = type(json);
                    default -> json.skipValue();
                }
            }
        } catch (IllegalStateException other) {
            throw new IOException(other);
        }
        return new Envelope(id, type, inner, reason);
    }

    /** The type that a JSON object names; empty if it names none. */
    static String typeOf(String object) throws IOException {
        try (JsonReader json = new JsonReader(new StringReader(object))) {
            return type(json);
        }
    }

    private static String type(JsonReader json) throws IOException {
        if (json.peek() != JsonToken.BEGIN_OBJECT) {
            json.skipValue();
            return "";
        }
        String type = "";
        json.beginObject();
        while (json.hasNext()) {
            if (json.nextName().equals("type")) {
                type = text(json);
            } else {
                json.skipValue();
            }
        }
        json.endObject();
        return type;
    }

    private static String text(JsonReader json) throws IOException {
        if (json.peek() == JsonToken.STRING) {
            return json.nextString();
        }
        json.skipValue();
        return "";
    }
}

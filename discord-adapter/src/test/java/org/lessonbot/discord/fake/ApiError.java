package org.lessonbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A refusal, with the HTTP status and the JSON error code that Discord documents for it. */
final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final int code;
    private final transient ObjectNode body;

    ApiError(int status, int code, String message) {
        super(code + " " + message);
        this.status = status;
        this.code = code;
        this.body = Json.object().put("code", code).put("message", message);
    }

    static ApiError invalidForm(JsonNode errors) {
        ApiError error = new ApiError(400, 50035, "Invalid Form Body");
        error.body.set("errors", errors);
        return error;
    }

    static ApiError unauthorized() {
        return new ApiError(401, 0, "401: Unauthorized");
    }

    static ApiError unknownChannel() {
        return new ApiError(404, 10003, "Unknown Channel");
    }

    static ApiError unknownGuild() {
        return new ApiError(404, 10004, "Unknown Guild");
    }

    static ApiError unknownMember() {
        return new ApiError(404, 10007, "Unknown Member");
    }

    static ApiError unknownMessage() {
        return new ApiError(404, 10008, "Unknown Message");
    }

    static ApiError unknownUser() {
        return new ApiError(404, 10013, "Unknown User");
    }

    static ApiError unknownWebhook() {
        return new ApiError(404, 10015, "Unknown Webhook");
    }

    static ApiError unknownInteraction() {
        return new ApiError(404, 10062, "Unknown interaction");
    }

    static ApiError unknownCommand() {
        return new ApiError(404, 10063, "Unknown application command");
    }

    /** Discord answers this with 429, and JDA waits and tries again. */
    static ApiError tooManyOldEdits(long retryAfterSeconds) {
        ApiError error = new ApiError(
                429, 30046, "Maximum number of edits to messages older than 1 hour reached. Try again later.");
        error.body.put("retry_after", retryAfterSeconds);
        return error;
    }

    static ApiError alreadyAcknowledged() {
        return new ApiError(400, 40060, "Interaction has already been acknowledged.");
    }

    static ApiError tooLarge() {
        return new ApiError(413, 40005, "Request entity too large");
    }

    static ApiError missingAccess() {
        return new ApiError(403, 50001, "Missing Access");
    }

    static ApiError notYourMessage() {
        return new ApiError(403, 50005, "Cannot edit a message authored by another user");
    }

    static ApiError emptyMessage() {
        return new ApiError(400, 50006, "Cannot send an empty message");
    }

    static ApiError closedToBots() {
        return new ApiError(403, 50007, "Cannot send messages to this user");
    }

    static ApiError missingPermissions() {
        return new ApiError(403, 50013, "Missing Permissions");
    }

    static ApiError expiredToken() {
        return new ApiError(401, 50027, "Invalid Webhook Token");
    }

    static ApiError wrongKindOfChannel() {
        return new ApiError(400, 50024, "Cannot execute action on this channel type");
    }

    static ApiError archivedThread() {
        return new ApiError(400, 50083, "Thread is archived");
    }

    static ApiError lockedThread() {
        return new ApiError(403, 160005, "Thread is locked");
    }

    static ApiError threadExists() {
        return new ApiError(400, 160004, "A thread has already been created for this message");
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }

    JsonNode body() {
        return body;
    }
}

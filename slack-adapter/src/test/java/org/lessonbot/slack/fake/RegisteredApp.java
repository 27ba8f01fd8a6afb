package org.lessonbot.slack.fake;

import java.util.Set;

/** The app as it is registered at Slack: who it is, and what proves it. */
public final class RegisteredApp {
    /** The app's id. */
    public static final String APP_ID = "A0FAKE";
    /** The token that opens sockets. */
    public static final String APP_TOKEN = "xapp-1-A0FAKE-1-secret";
    /** What signs requests in HTTP mode. */
    public static final String SIGNING_SECRET = "5f1d-signs-marked";

    public static final String CLIENT_ID = "1.2";
    public static final String CLIENT_SECRET = "c0de-client-marked";

    /** What bots are granted here until a test withdraws it: what a lesson needs. */
    public static final Set<String> SCOPES = Set.of(
            "commands",
            "chat:write",
            "channels:read",
            "channels:manage",
            "groups:read",
            "groups:write",
            "im:read",
            "im:write",
            "mpim:read",
            "mpim:write",
            "users:read",
            "files:write");

    private RegisteredApp() {}
}

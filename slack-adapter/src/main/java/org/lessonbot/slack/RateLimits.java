package org.lessonbot.slack;

import java.time.Duration;

/**
 * How often Slack may be called (docs.slack.dev, rate limits), a little less than it allows.
 *
 * @param minute Slack's, by which it counts; shorter only where a test's Slack counts by a shorter one
 */
record RateLimits(Duration minute) {
    static final RateLimits OF_SLACK = new RateLimits(Duration.ofMinutes(1));

    /**
     * What Slack counts together, in a workspace or a channel. After a time with fewer, some may follow each other at once;
     * these and those of a minute stay below Slack's limit together.
     */
    enum Calls {
        /** 50 a minute in a workspace. A reveal need not wait. */
        EDITS("chat.update", 44, 5),
        /** About one a second in a channel. */
        POSTS("chat.postMessage", 57, 1),
        /** 100 a minute in a workspace. */
        WHISPERS("chat.postEphemeral", 55, 35),
        /** 100 a minute in a workspace. */
        HOMES("views.publish", 60, 39),
        /** 50 a minute in a workspace. */
        GROUPS("conversations.open", 33, 15),
        /** 100 a minute in a workspace. */
        LOOKUPS("users.info", 36, 60),
        /** 50 a minute in a workspace. */
        CHANNELS("conversations.info", 33, 15);

        private final String method;
        private final int aMinute;
        private final int atOnce;

        Calls(String method, int aMinute, int atOnce) {
            this.method = method;
            this.aMinute = aMinute;
            this.atOnce = atOnce;
        }

        /** Names them where they are counted. */
        String in(String place) {
            return method + " " + place;
        }

        /** How many may follow each other at once. */
        int atOnce() {
            return atOnce;
        }
    }

    /** How long after each other they may come. */
    Duration apart(Calls calls) {
        return minute.dividedBy(calls.aMinute);
    }
}

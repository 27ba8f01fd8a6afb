package org.lessonbot.slack;

import java.time.Duration;

/**
 * How often Slack may be called (docs.slack.dev, rate limits), a little less than it allows.
 *
 * @param minute Slack's, by which it counts; shorter only where a test's Slack counts by a shorter one
 */
record RateLimits(Duration minute) {
    static final RateLimits OF_SLACK = new RateLimits(Duration.ofMinutes(1));

    /** Slack allows 100 a minute in a workspace. */
    static final int LOOKUPS = 90;

    /** So many edits of a workspace may follow each other at once, after a time with fewer: a reveal need not wait. */
    static final int EDITS_AT_ONCE = 5;

    /** chat.update: 50 a minute in a workspace, those at once among them. */
    Duration betweenEdits() {
        return minute.dividedBy(45);
    }

    /** chat.postMessage: about one a second in a channel. */
    Duration betweenPosts() {
        return minute.dividedBy(57);
    }
}

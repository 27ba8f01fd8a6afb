/**
 * A Slack for tests, as strict as the real one: real HTTP and WebSocket on loopback, so that the real Bolt connects to
 * it. What a person does is said to {@link org.lessonbot.slack.fake.FakeSlack}; what a test would not want to miss (a
 * read of the history, an answer that Slack would drop) fails it when the fake is closed. It knows Slack and nothing of
 * lessons.
 */
@NullMarked
package org.lessonbot.slack.fake;

import org.jspecify.annotations.NullMarked;

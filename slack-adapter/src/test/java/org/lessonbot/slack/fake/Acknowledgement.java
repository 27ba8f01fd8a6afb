package org.lessonbot.slack.fake;

import java.time.Instant;

/**
 * What the app acknowledged over a socket.
 *
 * @param sent when this Slack sent it, by the computer's clock
 * @param arrived when the acknowledgement was read, before anything else was done with it
 */
public record Acknowledgement(Exchange exchange, Instant sent, Instant arrived) {}

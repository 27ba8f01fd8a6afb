package org.lessonbot.slack.fake;

/** A way to bring an event to the app: Socket Mode or HTTP. */
interface Delivery {
    /**
     * Sends once. What comes back is told to the courier under the envelope's id.
     *
     * @param envelopeId names this attempt
     */
    void deliver(Exchange exchange, String envelopeId);
}

package org.lessonbot.discord;

import java.time.Duration;
import java.util.Optional;
import net.dv8tion.jda.api.JDA;

/**
 * How long a shard that lost its connection waits for the next try, told from what JDA says of itself: it tries at once if
 * the session can be resumed, else after two seconds, and after each failure it waits twice as long as before.
 */
final class Outage {
    private int tries;
    private boolean anew;

    /** Takes in the shard's next status; gives the wait that a failed try has led to, if this is one. */
    synchronized Optional<Duration> becomes(JDA.Status status) {
        switch (status) {
            case CONNECTED, DISCONNECTED -> {
                tries = 0;
                anew = false;
            }
            case RECONNECT_QUEUED -> anew = true;
            case ATTEMPTING_TO_RECONNECT -> tries++;
            default -> {}
        }
        return status == JDA.Status.WAITING_TO_RECONNECT && tries > 0 ? Optional.of(pause()) : Optional.empty();
    }

    private Duration pause() {
        int doublings = Math.min(tries + (anew ? 1 : 0), 10);
        Duration pause = Duration.ofSeconds(1L << doublings);
        return pause.compareTo(DiscordConnection.LONGEST_WAIT) > 0 ? DiscordConnection.LONGEST_WAIT : pause;
    }
}

package org.lessonbot.discord;

import java.net.URI;
import java.util.Optional;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.SessionController;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When and where sessions begin: with pauses between them, also after failures, and always at the gateway that is configured.
 * After a failed connection JDA asks {@link #getGateway()}, and so would leave a proxy, with the token.
 */
final class Sessions extends ConcurrentSessionController {
    private static final Logger log = LoggerFactory.getLogger(Sessions.class);

    private final Optional<String> gateway;

    /** @param gateway instead of the one that Discord names */
    Sessions(Optional<URI> gateway) {
        this.gateway = gateway.map(URI::toString);
    }

    @Override
    public String getGateway() {
        return gateway.orElseGet(super::getGateway);
    }

    @Override
    public ShardedGateway getShardedGateway(JDA shard) {
        ShardedGateway named = super.getShardedGateway(shard);
        return new ShardedGateway(gateway.orElse(named.getUrl()), named.getShardTotal(), named.getConcurrency());
    }

    @Override
    public void appendSession(SessionConnectNode node) {
        super.appendSession(new Patient(this, node));
    }

    @Override
    public void removeSession(SessionConnectNode node) {
        super.removeSession(new Patient(this, node));
    }

    /** A session to begin. One that fails is tried again after JDA's pause, and said in a line: JDA fills pages. */
    record Patient(Sessions sessions, SessionConnectNode node) implements SessionController.SessionConnectNode {
        @Override
        public boolean isReconnect() {
            return node.isReconnect();
        }

        @Override
        public JDA getJDA() {
            return node.getJDA();
        }

        @Override
        public JDA.ShardInfo getShardInfo() {
            return node.getShardInfo();
        }

        @Override
        public void run(boolean last) throws InterruptedException {
            try {
                node.run(last);
            } catch (RuntimeException failure) {
                if (isOver(node.getJDA().getStatus())) {
                    log.debug("a session that was about to begin is left, since the bot ends", failure);
                    return;
                }
                // What JDA does not expect, such as an answer of somebody in between, would be its last try.
                log.warn(
                        "Discord cannot be reached, the next try is in {} s: {}", IDENTIFY_DELAY, failure.getMessage());
                sessions.appendSession(node);
            }
        }

        private static boolean isOver(JDA.Status status) {
            return status == JDA.Status.SHUTTING_DOWN || status == JDA.Status.SHUTDOWN;
        }
    }
}

package org.lessonbot.slack;

import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;

/** What is read before anybody waits for it, so that the classes for it are there when a class presses its first button. */
final class WarmUp {
    /** Until the compiler has taken notice. */
    private static final int TIMES = 200;

    private static final int PARSED = 20;
    private static final String CLICK = """
            {"envelope_id":"1","payload":{"type":"block_actions","user":{"id":"U1","name":"a","team_id":"T1"},
            "container":{"type":"message","message_ts":"1.1","channel_id":"C1","is_ephemeral":false},
            "trigger_id":"1.1","team":{"id":"T1"},"channel":{"id":"C1","name":"a"},
            "message":{"type":"message","ts":"1.1","text":"a","blocks":[{"type":"section","block_id":"a",
            "text":{"type":"plain_text","text":"a","emoji":false}}]},
            "actions":[{"type":"button","action_id":"a","block_id":"b","value":"c","action_ts":"1.1",
            "text":{"type":"plain_text","text":"a","emoji":false}}]},
            "type":"interactive","accepts_response_payload":false}
            """;

    private static final AtomicBoolean DONE = new AtomicBoolean();

    private WarmUp() {}

    /** The first time in this process. */
    static void read() {
        if (DONE.getAndSet(true)) {
            return;
        }
        SocketModeRequestParser parser = new SocketModeRequestParser(new AppConfig());
        try {
            for (int i = 0; i < TIMES; i++) {
                Envelope.read(CLICK);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        for (int i = 0; i < PARSED; i++) {
            parser.parse(CLICK);
        }
    }
}

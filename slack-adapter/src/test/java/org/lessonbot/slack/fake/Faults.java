package org.lessonbot.slack.fake;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a test wants to go wrong, by method; each fault strikes one call, or all until it is lifted. */
final class Faults {
    /** Instead of a method's name: strikes them all, and the response_urls. */
    static final String ALL = "*";

    /** Instead of a method's name: what is sent to a response_url. */
    static final String RESPONSE_URL = "response_url";

    /** A connection that ends instead of an answer. */
    private static final int ENDED = 0;

    /**
     * What goes wrong with a call.
     *
     * @param status the HTTP status, 0 where the connection ends without one
     * @param retryAfter seconds to wait, 0 for none
     * @param body what is answered, word by word
     * @param afterwards whether the call was done nevertheless
     */
    record Fault(int status, int retryAfter, String body, boolean afterwards) {
        static Fault error(SlackError error) {
            return new Fault(200, 0, error.answer().toString(), false);
        }

        static Fault http(int status) {
            String body =
                    Json.object("ok", false, "error", "service_unavailable").toString();
            return new Fault(status, 0, body, false);
        }

        static Fault rateLimited(int seconds) {
            String body = Json.object("ok", false, "error", "ratelimited").toString();
            return new Fault(429, seconds, body, false);
        }

        /** What something that is not Slack answers. */
        static Fault garbled(int status, String body) {
            return new Fault(status, 0, body, false);
        }

        static Fault lostAnswer() {
            return new Fault(ENDED, 0, "", true);
        }

        static Fault staleConnection() {
            return new Fault(ENDED, 0, "", false);
        }
    }

    private final Map<String, Deque<Fault>> once = new HashMap<>();
    private final Map<String, Fault> lasting = new HashMap<>();

    synchronized void strike(String method, Fault fault, int times) {
        once.computeIfAbsent(method, any -> new ArrayDeque<>()).addAll(Collections.nCopies(times, fault));
    }

    synchronized void last(String method, Fault fault) {
        lasting.put(method, fault);
    }

    synchronized void lift(String method) {
        once.remove(method);
        lasting.remove(method);
    }

    synchronized Optional<Fault> take(String method) {
        return Optional.ofNullable(lasting.get(method))
                .or(() -> Optional.ofNullable(lasting.get(ALL)))
                .or(() -> Optional.ofNullable(once.get(method)).map(Deque::poll));
    }
}

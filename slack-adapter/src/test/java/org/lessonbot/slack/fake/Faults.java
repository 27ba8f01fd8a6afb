package org.lessonbot.slack.fake;

import com.google.gson.JsonObject;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a test wants to go wrong, by method; each fault strikes one call, or all until it is lifted. */
final class Faults {
    /**
     * What goes wrong with a call.
     *
     * @param status the HTTP status, 0 where the answer gets lost after the call was done
     * @param retryAfter seconds to wait, 0 for none
     * @param answer the answer
     */
    record Fault(int status, int retryAfter, JsonObject answer) {
        static Fault error(SlackError error) {
            return new Fault(200, 0, error.answer());
        }

        static Fault http(int status) {
            return new Fault(status, 0, Json.object("ok", false, "error", "service_unavailable"));
        }

        static Fault rateLimited(int seconds) {
            return new Fault(429, seconds, Json.object("ok", false, "error", "ratelimited"));
        }

        static Fault lostAnswer() {
            return new Fault(0, 0, new JsonObject());
        }

        boolean comesAfterwards() {
            return status == 0;
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
                .or(() -> Optional.ofNullable(once.get(method)).map(Deque::poll));
    }
}

package org.lessonbot.slack.fake;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Brings events to the app, keeps the time until they are acknowledged, and brings those of the Events API again: at
 * once, after a minute and after five, as Slack does. Clicks, commands and submissions come again only when a test
 * says so.
 */
final class Courier {
    private static final List<Duration> RETRIES = List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));

    private final World world;
    private final Map<String, Exchange> waiting = new HashMap<>();
    private final Map<Exchange, Instant> retries = new HashMap<>();
    private Delivery delivery;

    Courier(World world, Delivery first) {
        this.world = world;
        this.delivery = first;
    }

    boolean allAcknowledged() {
        synchronized (world) {
            return waiting.isEmpty();
        }
    }

    void deliverBy(Delivery other) {
        synchronized (world) {
            delivery = other;
        }
    }

    Exchange send(Exchange exchange) {
        String envelopeId = UUID.randomUUID().toString();
        Delivery way;
        synchronized (world) {
            waiting.put(envelopeId, exchange);
            way = delivery;
        }
        way.deliver(exchange, envelopeId);
        return exchange;
    }

    /** An acknowledgement came in; one that is late or unknown changes nothing, as on the real Slack. */
    void acknowledged(String envelopeId, JsonObject body) {
        lookAtTheClock();
        synchronized (world) {
            Optional.ofNullable(waiting.remove(envelopeId)).ifPresent(exchange -> exchange.answered(body));
        }
    }

    /** It was not brought, or nobody is left to acknowledge it; what comes again at once has not failed yet. */
    void failed(String envelopeId, String reason) {
        List<Exchange> due;
        synchronized (world) {
            Optional.ofNullable(waiting.remove(envelopeId)).ifPresent(exchange -> giveUp(exchange, reason));
            due = due();
        }
        due.forEach(this::send);
    }

    /** Gives up what has waited too long, and sends again what is due. */
    void lookAtTheClock() {
        List<Exchange> due;
        synchronized (world) {
            waiting.values().stream()
                    .filter(exchange -> world.now().isAfter(exchange.deadline()))
                    .toList()
                    .forEach(late -> {
                        waiting.values().remove(late);
                        giveUp(late, "no acknowledgement within " + World.PATIENCE);
                    });
            due = due();
        }
        due.forEach(this::send);
    }

    private List<Exchange> due() {
        List<Exchange> due = retries.entrySet().stream()
                .filter(entry -> !world.now().isBefore(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        retries.keySet().removeAll(due);
        due.forEach(Exchange::sentAgain);
        return due;
    }

    private void giveUp(Exchange exchange, String reason) {
        if (exchange.kind() == Exchange.Kind.EVENT && exchange.attempt() < RETRIES.size()) {
            retries.put(exchange, world.now().plus(RETRIES.get(exchange.attempt())));
        }
        exchange.failed(reason);
    }
}

package org.lessonbot.app;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.lessonbot.app.settings.Settings;
import org.lessonbot.engine.Platform;
import org.lessonbot.store.Database;

/**
 * Where an operator watches: {@code /metrics} for Prometheus, {@code /health} for whatever starts the bot again. Neither tells of a
 * person, a room or a lesson; still it is for the operator's machines alone.
 */
final class Watch implements AutoCloseable {
    private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";
    private static final String JSON = "application/json";
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final int HANDS = 2;

    /** One late answer is none: whatever asks would start the bot again in the middle of a lesson. */
    private static final int QUESTIONS = 2;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final ExecutorService hands = Executors.newFixedThreadPool(HANDS, work -> {
        Thread thread = new Thread(work, "watch");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpServer server;

    /** Begins to listen; until {@link #open} there is nothing to see. */
    Watch(Settings.Metrics where) throws IOException {
        server = HttpServer.create(new InetSocketAddress(where.bind(), where.port()), 0);
        server.setExecutor(hands);
        collections.bindTo(registry);
        List.of(
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ProcessorMetrics(),
                        new FileDescriptorMetrics(),
                        new UptimeMetrics())
                .forEach(metrics -> metrics.bindTo(registry));
    }

    MeterRegistry meters() {
        return registry;
    }

    /** Where it listens. */
    URI address() {
        InetSocketAddress bound = server.getAddress();
        return URI.create("http://"
                + (bound.getHostString().contains(":") ? "[" + bound.getHostString() + "]" : bound.getHostString())
                + ":" + bound.getPort());
    }

    void open(Database database, List<Platform> platforms) {
        server.createContext("/metrics", exchange -> answer(exchange, OK, METRICS, registry.scrape()));
        server.createContext("/health", exchange -> {
            boolean up = database.fault(QUESTIONS).isEmpty();
            Map<String, Object> health = new LinkedHashMap<>();
            health.put("status", up ? "up" : "down");
            health.put("database", up ? "up" : "down");
            Map<String, Integer> connections = new LinkedHashMap<>();
            platforms.forEach(platform -> connections.put(platform.name(), platform.connections()));
            health.put("connections", connections);
            answer(exchange, up ? OK : UNAVAILABLE, JSON, new JsonMapper().writeValueAsString(health));
        });
        server.start();
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        hands.shutdown();
        collections.close();
        registry.close();
    }
}

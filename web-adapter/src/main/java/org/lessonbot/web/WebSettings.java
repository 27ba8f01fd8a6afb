package org.lessonbot.web;

import java.net.URI;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Where and how the classroom is served.
 *
 * @param host the address to listen on; loopback unless a class outside this machine is to come
 * @param port 0 for any free one
 * @param publicUrl what people type to get here, without a path; where there is none, the address listened on
 * @param zone by whose clocks pages about lessons say times
 * @param trustedProxies whose {@code X-Forwarded-For} is believed: addresses, or networks such as {@code 10.0.0.0/8}
 */
public record WebSettings(
        String host, int port, Optional<URI> publicUrl, List<String> trustedProxies, WebLimits limits, ZoneId zone) {
    public WebSettings {
        trustedProxies = List.copyOf(trustedProxies);
    }

    /** By the clocks of Greenwich. */
    public WebSettings(String host, int port, Optional<URI> publicUrl, List<String> trustedProxies, WebLimits limits) {
        this(host, port, publicUrl, trustedProxies, limits, ZoneOffset.UTC);
    }

    /** For people on this machine alone. */
    public static WebSettings onLoopback(int port) {
        return new WebSettings("127.0.0.1", port, Optional.empty(), List.of(), WebLimits.DEFAULT);
    }

    public WebSettings with(WebLimits other) {
        return new WebSettings(host, port, publicUrl, trustedProxies, other, zone);
    }
}

package org.lessonbot.web;

import java.net.URI;
import java.util.Optional;

/**
 * Where and how the classroom is served.
 *
 * @param host the address to listen on; loopback unless a class outside this machine is to come
 * @param port 0 for any free one
 * @param publicUrl what people type to get here, without a path; where there is none, the address listened on
 * @param behindProxy whether {@code X-Forwarded-For} is believed. Only where a proxy of one's own sets it: anybody else
 *     could pretend to be a thousand addresses.
 */
public record WebSettings(String host, int port, Optional<URI> publicUrl, boolean behindProxy, WebLimits limits) {
    /** For people on this machine alone. */
    public static WebSettings onLoopback(int port) {
        return new WebSettings("127.0.0.1", port, Optional.empty(), false, WebLimits.DEFAULT);
    }

    public WebSettings with(WebLimits other) {
        return new WebSettings(host, port, publicUrl, behindProxy, other);
    }
}

package org.lessonbot.models;

import java.net.URI;
import java.util.Locale;

/** The parts of a server's address. */
final class Addresses {
    private Addresses() {}

    /** Scheme, host and port: what is one server. */
    static String origin(URI url) {
        return (url.getScheme() + "://" + url.getRawAuthority()).toLowerCase(Locale.ROOT);
    }

    /** The path without slashes at its end. */
    static String path(URI url) {
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        return path.replaceFirst("/+$", "");
    }
}

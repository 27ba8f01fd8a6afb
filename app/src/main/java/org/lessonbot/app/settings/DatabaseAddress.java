package org.lessonbot.app.settings;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a PostgreSQL of one's own is.
 *
 * @param url {@code jdbc:postgresql://…}, without user and password
 * @param user empty if the address names none
 * @param password empty if the address names none
 */
public record DatabaseAddress(String url, String user, String password) {
    private static final String JDBC = "jdbc:";

    /** Reads {@code postgres://user:password@host:port/name}, or the same as {@code jdbc:postgresql://…}. */
    static Optional<DatabaseAddress> parse(String text) {
        URI address = URI.create(text.startsWith(JDBC) ? text.substring(JDBC.length()) : text);
        String scheme = address.getScheme();
        boolean postgres = "postgresql".equals(scheme) || (!text.startsWith(JDBC) && "postgres".equals(scheme));
        if (!postgres || address.getHost() == null || address.getPath().length() < 2) {
            return Optional.empty();
        }
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        String options = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        String url = "jdbc:postgresql://" + address.getHost() + port + address.getRawPath() + options;
        String[] login = address.getRawUserInfo() == null
                ? new String[] {"", ""}
                : address.getRawUserInfo().concat(":").split(":", -1);
        return Optional.of(new DatabaseAddress(url, decoded(login[0]), decoded(login[1])));
    }

    private static String decoded(String text) {
        // A plus sign stands for itself in this part of an address.
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "DatabaseAddress[user=" + user + "]";
    }
}

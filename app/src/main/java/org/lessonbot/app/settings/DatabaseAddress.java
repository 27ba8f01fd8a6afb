package org.lessonbot.app.settings;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a PostgreSQL of one's own is.
 *
 * @param url {@code jdbc:postgresql://…}, without user and password
 * @param user empty if the address names none
 * @param password empty if the address names none
 */
public record DatabaseAddress(String url, String user, String password) {
    private static final String JDBC = "jdbc:";
    private static final String WHICH_HOST = "targetServerType";
    private static final String HOST = "(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::\\d{1,5})?";
    private static final Pattern AUTHORITY = Pattern.compile("(?:(.*)@)?(" + HOST + "(?:," + HOST + ")*)");

    /**
     * Reads {@code postgres://user:password@host:port/name}, or the same as {@code jdbc:postgresql://…}. Of several hosts, parted by
     * commas, the one counts that takes writes, unless the address says otherwise.
     */
    static Optional<DatabaseAddress> parse(String text) {
        URI address = URI.create(text.startsWith(JDBC) ? text.substring(JDBC.length()) : text);
        String scheme = address.getScheme();
        boolean postgres = "postgresql".equals(scheme) || (!text.startsWith(JDBC) && "postgres".equals(scheme));
        if (!postgres || address.getRawAuthority() == null || address.getPath().length() < 2) {
            return Optional.empty();
        }
        Matcher authority = AUTHORITY.matcher(address.getRawAuthority());
        if (!authority.matches()) {
            return Optional.empty();
        }
        String hosts = authority.group(2);
        String options = Optional.ofNullable(address.getRawQuery()).orElse("");
        if (hosts.contains(",") && !options.contains(WHICH_HOST)) {
            options += (options.isEmpty() ? "" : "&") + WHICH_HOST + "=primary";
        }
        String url = "jdbc:postgresql://" + hosts + address.getRawPath() + (options.isEmpty() ? "" : "?" + options);
        String[] login = authority.group(1) == null
                ? new String[] {"", ""}
                : authority.group(1).concat(":").split(":", -1);
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

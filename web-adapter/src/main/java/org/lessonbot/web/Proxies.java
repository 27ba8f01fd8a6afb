package org.lessonbot.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * The proxies whose word about who asks is believed: {@code X-Forwarded-For} can be written by anybody, and whoever does
 * could pretend to be a thousand addresses.
 */
public final class Proxies {
    /** Letters that no name of a computer is made of: a name is looked up by nobody here. */
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    private static final Pattern WITH_PORT = Pattern.compile("(\\[.*]|[0-9.]+):[0-9]{1,5}");

    /** Bytes of an IPv6 address that say in which network it is. */
    private static final int NETWORK = 8;

    private final InetAddressSet networks = new InetAddressSet();

    /**
     * @param networks addresses, or networks such as {@code 10.0.0.0/8}
     * @throws IllegalArgumentException if one is neither
     */
    public Proxies(List<String> networks) {
        for (String network : networks) {
            if (!LITERAL.matcher(network.replaceFirst("/[0-9]{1,3}$", "")).matches()) {
                throw new IllegalArgumentException("no address and no network: " + network);
            }
            this.networks.add(network);
        }
    }

    /** Whether this is the address of such a proxy. */
    boolean trusts(String address) {
        return literal(address).filter(networks::test).isPresent();
    }

    /**
     * By what somebody is counted: by their address, whatever port or zone stands behind it; of IPv6 by its first half, for the
     * second is for each to choose anew as often as they like (RFC 4291, 8981).
     */
    static String counted(String address) {
        return literal(address)
                .map(literal -> literal instanceof Inet6Address
                        ? HexFormat.of().formatHex(literal.getAddress(), 0, NETWORK) + "::/64"
                        : literal.getHostAddress())
                .orElse(address);
    }

    private static Optional<InetAddress> literal(String address) {
        Matcher behind = WITH_PORT.matcher(address);
        String bare = (behind.matches() ? behind.group(1) : address)
                .replaceFirst("^\\[(.*)]$", "$1")
                .replaceFirst("%.*", "");
        try {
            return LITERAL.matcher(bare).matches() ? Optional.of(InetAddress.getByName(bare)) : Optional.empty();
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }

    /**
     * Who asks: what a proxy says that is trusted, as far back as all are.
     *
     * @param direct who is at the other end of the connection
     * @param forwarded each proxy adds whom it was asked by at the end, with a comma before
     */
    String client(String direct, String forwarded) {
        String[] way = forwarded.isBlank() ? new String[0] : forwarded.split(",", -1);
        String client = direct;
        for (int i = way.length - 1; i >= 0 && trusts(client); i--) {
            client = way[i].strip();
        }
        return client;
    }
}

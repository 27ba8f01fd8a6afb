package org.lessonbot.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * The proxies whose word about who asks is believed: {@code X-Forwarded-For} can be written by anybody, and whoever does
 * could pretend to be a thousand addresses.
 */
public final class Proxies {
    /** Letters that no name of a computer is made of: a name is looked up by nobody here. */
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

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
        String literal =
                address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
        try {
            return LITERAL.matcher(literal).matches() && networks.test(InetAddress.getByName(literal));
        } catch (UnknownHostException noAddress) {
            return false;
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

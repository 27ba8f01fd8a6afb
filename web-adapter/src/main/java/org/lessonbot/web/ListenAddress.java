package org.lessonbot.web;

import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.Optional;

/** How others reach what listens on an address of this computer. */
public final class ListenAddress {
    /** An address that belongs to nobody (RFC 5737): which way would lead there is asked, and nothing is sent. */
    private static final InetSocketAddress OUTSIDE = new InetSocketAddress("192.0.2.1", 9);

    private ListenAddress() {}

    /** Whether all addresses of this computer are listened on, as with {@code 0.0.0.0} and {@code ::}. */
    public static boolean isEvery(String host) {
        try {
            return InetAddress.getByName(host).isAnyLocalAddress();
        } catch (UnknownHostException name) {
            return false;
        }
    }

    /** The address to type into a browser; that of this computer in its network where all are listened on. */
    public static URI url(String host, int port) {
        String reached = isEvery(host)
                ? inTheNetwork().orElse(InetAddress.getLoopbackAddress()).getHostAddress()
                : host;
        try {
            return new URI("http", null, reached.replaceFirst("%.*", ""), port, "/", null, null);
        } catch (URISyntaxException unfit) {
            throw new IllegalArgumentException("no address can be made of " + host, unfit);
        }
    }

    /** This computer's address in its network: that of the way out, or of any network there is. */
    private static Optional<InetAddress> inTheNetwork() {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(OUTSIDE);
            InetAddress ours = socket.getLocalAddress();
            return leadsHere(ours) ? Optional.of(ours) : anyNetwork();
        } catch (SocketException | UncheckedIOException noWayOut) {
            return anyNetwork();
        }
    }

    private static Optional<InetAddress> anyNetwork() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(ListenAddress::isUp)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(ListenAddress::leadsHere)
                    .min(Comparator.comparing(address -> !(address instanceof Inet4Address)));
        } catch (SocketException noNetwork) {
            return Optional.empty();
        }
    }

    private static boolean isUp(NetworkInterface network) {
        try {
            return network.isUp() && !network.isPointToPoint();
        } catch (SocketException gone) {
            return false;
        }
    }

    private static boolean leadsHere(InetAddress address) {
        return !address.isAnyLocalAddress() && !address.isLoopbackAddress() && !address.isLinkLocalAddress();
    }
}

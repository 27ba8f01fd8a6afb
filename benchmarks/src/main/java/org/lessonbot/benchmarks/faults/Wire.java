package org.lessonbot.benchmarks.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The way to a server on this machine: as long as one likes, and it can be cut. */
final class Wire implements AutoCloseable {
    private static final int CHUNK = 16 * 1024;

    private volatile int server;
    private final ServerSocket near;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private final Set<Socket> lost = ConcurrentHashMap.newKeySet();
    private volatile Duration oneWay = Duration.ZERO;
    private volatile boolean cut;

    Wire(int server) {
        this.server = server;
        try {
            this.near = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        begin(this::accept);
    }

    int port() {
        return near.getLocalPort();
    }

    /** Whoever comes from now on is brought to another server. */
    void leadsTo(int other) {
        server = other;
    }

    /** Whatever is sent from now on is that long on its way, each way. */
    void takes(Duration oneWay) {
        this.oneWay = oneWay;
    }

    /** Breaks what is there and takes nothing new. */
    void cut() {
        cut = true;
        ends.forEach(Wire::hangUp);
    }

    /**
     * Whatever goes through what is connected now gets lost from now on, and neither end hears that the other one hung up: as where
     * a device on the way forgot them. Who connects anew gets through.
     */
    void forget() {
        lost.addAll(ends);
    }

    void mend() {
        cut = false;
    }

    private void accept() {
        while (!near.isClosed()) {
            try {
                Socket client = near.accept();
                if (cut) {
                    hangUp(client);
                } else {
                    connect(client);
                }
            } catch (IOException refused) {
                // Whoever wants to come through tries again, if the door is there.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket far = new Socket();
        try {
            far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server));
        } catch (IOException away) {
            hangUp(client);
            throw away;
        }
        client.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        ends.add(client);
        ends.add(far);
        if (cut) {
            cut(); // It came just before these two ends were known.
            return;
        }
        carry(client, far);
        carry(far, client);
    }

    private record Sent(byte[] bytes, long due) {}

    /** One thread reads and another writes: what is long on its way keeps nothing behind it from setting out. */
    private void carry(Socket from, Socket to) {
        BlockingQueue<Sent> way = new LinkedBlockingQueue<>();
        begin(() -> {
            byte[] chunk = new byte[CHUNK];
            try {
                for (int length = from.getInputStream().read(chunk);
                        length >= 0;
                        length = from.getInputStream().read(chunk)) {
                    way.add(new Sent(Arrays.copyOf(chunk, length), System.nanoTime() + oneWay.toNanos()));
                }
            } catch (IOException broken) {
                // So is the other end then.
            }
            way.add(new Sent(new byte[0], System.nanoTime() + oneWay.toNanos()));
        });
        begin(() -> {
            try {
                OutputStream out = to.getOutputStream();
                for (Sent next = way.take(); next.bytes.length > 0; next = way.take()) {
                    TimeUnit.NANOSECONDS.sleep(next.due - System.nanoTime());
                    if (!lost.contains(to)) {
                        out.write(next.bytes);
                        out.flush();
                    }
                }
            } catch (IOException broken) {
                // Both ends are hung up.
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } finally {
                ended(from);
                if (!lost.contains(to)) {
                    ended(to);
                }
            }
        });
    }

    private void ended(Socket socket) {
        ends.remove(socket);
        lost.remove(socket);
        hangUp(socket);
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void begin(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        cut();
        lost.forEach(Wire::hangUp);
        try {
            near.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}

package org.lessonbot.tck;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lessonbot.store.Database;
import org.lessonbot.store.TestDatabase;

/** The way to a server, which a test can cut or hold up without touching the server. */
public final class Cable implements AutoCloseable {
    private static final int CHUNK = 16 * 1024;

    private final URI server;
    private final ServerSocket near;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private boolean held;
    private int waiting;

    /** @param server with host, port and path */
    public Cable(URI server) {
        this.server = server;
        try {
            this.near = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        start(this::accept);
    }

    public static Cable to(TestDatabase database) {
        return new Cable(URI.create(database.jdbcUrl().substring("jdbc:".length())));
    }

    /** The server's address at this end of the cable. */
    public URI near() {
        String address = near.getInetAddress().getHostAddress() + ":" + near.getLocalPort();
        return URI.create(server.toString().replaceFirst("//[^/]+/", "//" + address + "/"));
    }

    /** The database's address at this end of the cable. */
    public Database.Access access(TestDatabase database) {
        return new Database.Access("jdbc:" + near(), database.user(), database.password());
    }

    /** Breaks every connection and takes no new one. */
    public void cut() {
        cut = true;
        ends.forEach(Cable::hangUp);
    }

    public void mend() {
        cut = false;
    }

    /** What is sent to the server waits from now on, however long that is. */
    public synchronized void hold() {
        held = true;
    }

    /** Whether something is being held up. */
    public synchronized boolean holdsBack() {
        return waiting > 0;
    }

    /** Lets through what was held, and whatever comes. */
    public synchronized void release() {
        held = false;
        notifyAll();
    }

    private synchronized void pass() {
        waiting++;
        try {
            while (held) {
                wait();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            waiting--;
        }
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
            } catch (IOException closed) {
                // The next turn sees whether it was the door itself.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket far = new Socket();
        ends.add(client);
        ends.add(far);
        client.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        far.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        if (cut) {
            cut(); // It came just before these two ends were known.
            return;
        }
        start(() -> carry(client, far, true));
        start(() -> carry(far, client, false));
    }

    private void carry(Socket from, Socket to, boolean there) {
        byte[] chunk = new byte[CHUNK];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                if (there) {
                    pass();
                }
                out.write(chunk, 0, length);
                out.flush();
            }
        } catch (IOException broken) {
            // Both ends are hung up.
        } finally {
            ends.remove(from);
            ends.remove(to);
        }
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "cable");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        cut();
        try {
            near.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}

package org.lessonbot.web.tables;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears on one connection what this and other instances sent, and comes back by itself when the database was away. */
public final class Announcements implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Announcements.class);
    /** How long a close may have to wait. */
    private static final int WAIT_MS = 250;
    /** After so many quiet waits, two seconds, it is asked whether anything was missed. */
    private static final int QUIET = 8;

    private final DataSource source;
    private final BiConsumer<Topic, Long> hear;
    private final Runnable poll;
    private final Thread thread = new Thread(this::run, "web-announcements");
    private volatile boolean closed;

    /** @param poll called once after each connect, and whenever it was quiet for two seconds */
    Announcements(DataSource source, BiConsumer<Topic, Long> hear, Runnable poll) {
        this.source = source;
        this.hear = hear;
        this.poll = poll;
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        boolean away = false;
        while (!closed) {
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("listen " + Items.CHANNEL);
                if (away) {
                    log.info("the browser classroom hears the database again");
                }
                away = false;
                poll.run();
                listen(connection.unwrap(PGConnection.class));
                statement.execute("unlisten *");
            } catch (SQLException | RuntimeException failure) {
                if (!away && !closed) {
                    log.warn("the browser classroom cannot hear the database: {}", failure.getMessage());
                }
                away = true;
                pause();
            }
        }
    }

    private void listen(PGConnection connection) throws SQLException {
        int quiet = 0;
        while (!closed) {
            PGNotification[] heard = connection.getNotifications(WAIT_MS);
            if (heard == null || heard.length == 0) {
                quiet++;
            } else {
                Arrays.stream(heard).map(PGNotification::getParameter).forEach(this::tell);
            }
            if (quiet == QUIET) {
                quiet = 0;
                poll.run();
            }
        }
    }

    private void tell(String announcement) {
        String[] parts = announcement.split(" ", 3);
        hear.accept(new Topic(parts[0], parts[1]), Long.valueOf(parts[2]));
    }

    private void pause() {
        try {
            Thread.sleep(closed ? 0 : 500);
        } catch (InterruptedException stop) {
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(WAIT_MS + 1_000L);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.lessonbot.store.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A running PostgreSQL server that belongs to this program, with its data in one folder.
 *
 * <p>It listens on the loopback interface only, on a port that is free at the start and stays the same until
 * {@link #close()}. Should the server die, it is started again on that port; connections break, committed data does
 * not. Whatever is killed, the next start recovers without a hand. On Linux the server stops when this program is
 * killed; elsewhere the next start on the folder stops it.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** More than the server is given to stop by itself. */
    private static final long CLOSE_MILLIS = TimeUnit.SECONDS.toMillis(70);

    private final FolderLock lock;
    private final Cluster cluster;
    private final String password;
    private final Keeper keeper;
    private final Thread keeperThread;

    private EmbeddedPostgres(FolderLock lock, Cluster cluster, Map<String, String> settings) throws IOException {
        this.lock = lock;
        this.cluster = cluster;
        this.password = cluster.password();
        this.keeper = new Keeper(cluster, settings);
        this.keeperThread = new Thread(keeper, "postgres-keeper");
        keeperThread.setDaemon(true);
    }

    /**
     * What to start.
     *
     * @param folder the data folder, created if missing
     * @param binaries where PostgreSQL's programs are unpacked; several data folders may share one
     * @param settings server settings beyond the usual, such as {@code shared_buffers}, by name
     * @param progress told in a few words about steps that take a while
     */
    public record Options(Path folder, Path binaries, Map<String, String> settings, Consumer<String> progress) {}

    /**
     * Starts a server on the folder, after creating what is missing there: a second when it is new, a fraction of one
     * otherwise, longer after a crash.
     *
     * @param folder the data folder, created if missing
     * @param progress told in a few words about steps that take a while
     * @throws EmbeddedPostgresException if that fails, or another program uses the folder
     */
    public static EmbeddedPostgres start(Path folder, Consumer<String> progress) {
        return start(new Options(folder, folder.resolve("binaries"), Map.of(), progress));
    }

    /**
     * As {@link #start(Path, Consumer)}, with more to choose.
     *
     * @throws EmbeddedPostgresException if that fails, or another program uses the folder
     */
    public static EmbeddedPostgres start(Options options) {
        try {
            return locked(options, Folders.create(options.folder()));
        } catch (IOException failure) {
            throw new EmbeddedPostgresException(
                    String.format(
                            Locale.ROOT,
                            "The data folder %s cannot be used (%s). Check that this user may write there and that the disk has room.",
                            options.folder(),
                            failure),
                    failure);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException(
                    String.format(
                            Locale.ROOT,
                            "The start of the database in %s was interrupted. Start again.",
                            options.folder()),
                    closing);
        }
    }

    private static EmbeddedPostgres locked(Options options, Path folder) throws IOException, InterruptedException {
        FolderLock lock = FolderLock.take(folder);
        boolean started = false;
        try {
            Binaries binaries = Binaries.unpackedIn(options.binaries().toAbsolutePath(), options.progress());
            RunAs runAs = RunAs.choose(binaries.program("postgres"), folder, Cluster.dataIn(folder));
            Cluster cluster = new Cluster(folder, binaries, runAs);
            cluster.log().begin();
            cluster.stopOrphan(options.progress());
            cluster.createIfMissing(options.progress());
            EmbeddedPostgres postgres = new EmbeddedPostgres(lock, cluster, options.settings());
            postgres.awaitFirstStart();
            started = true;
            return postgres;
        } finally {
            if (!started) {
                lock.close();
            }
        }
    }

    private void awaitFirstStart() throws IOException, InterruptedException {
        keeperThread.start();
        try {
            keeper.firstStart().get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof EmbeddedPostgresException explained) {
                throw explained;
            }
            throw new IOException(failure.getCause());
        } catch (InterruptedException closing) {
            stop();
            throw closing;
        }
    }

    /** The address of the server's database {@code postgres}, where {@link #user()} may do everything. */
    public String jdbcUrl() {
        return jdbcUrl("postgres");
    }

    /** The address of another database of this server. */
    public String jdbcUrl(String database) {
        return String.format(Locale.ROOT, "jdbc:postgresql://127.0.0.1:%d/%s", port(), database);
    }

    /** The only user there is: the owner of everything. */
    public String user() {
        return Cluster.USER;
    }

    /** The user's password: random, and kept in a file that nobody else can read. */
    public String password() {
        return password;
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return keeper.port();
    }

    /** The data folder, as an absolute path without symbolic links. */
    public Path folder() {
        return cluster.folder();
    }

    /** The process of the server, which is another one after the server died and was started again. */
    public long pid() {
        return keeper.pid();
    }

    /**
     * Stops the server: running transactions are rolled back, committed data is on disk. Returns within about a minute
     * even if the server does not obey, in which case it is killed and recovers at the next start. Closing twice is
     * harmless.
     */
    @Override
    public void close() {
        stop();
        lock.close();
    }

    private void stop() {
        keeperThread.interrupt();
        try {
            keeperThread.join(CLOSE_MILLIS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}

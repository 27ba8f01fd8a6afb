package org.lessonbot.store.embedded;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/**
 * A cluster that is made once for all test programs of this user and of this version of PostgreSQL, and copied from then
 * on: {@code initdb} computes for a second, a copy takes a tenth of it.
 */
public final class PreparedCluster {
    private static final List<String> PARTS = List.of("cluster", "password");

    private PreparedCluster() {}

    /** Puts a copy into a data folder that has no cluster yet, and creates the folder if need be. */
    public static void copyTo(Path folder, Path binaries) throws IOException {
        Path prepared = prepared(binaries);
        Files.createDirectories(folder);
        for (String part : PARTS) {
            for (Path each : Folders.everythingIn(prepared.resolve(part))) {
                Files.copy(each, folder.resolve(prepared.relativize(each)), COPY_ATTRIBUTES);
            }
        }
    }

    private static synchronized Path prepared(Path binaries) throws IOException {
        Path home = Binaries.unpackedIn(binaries, progress -> {}).home();
        Path place = home.resolveSibling("cluster-of-" + home.getFileName());
        if (Files.exists(place)) {
            return place;
        }
        try (FileChannel lock = FileChannel.open(home.resolveSibling("cluster.lock"), CREATE, WRITE)) {
            lock.lock();
            if (!Files.exists(place)) {
                Path draft = home.resolveSibling("cluster.draft");
                Folders.delete(draft);
                make(draft, binaries);
                Folders.publish(draft, place);
            }
        }
        return place;
    }

    private static void make(Path draft, Path binaries) throws IOException {
        Files.createDirectory(draft);
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
        EmbeddedPostgres.start(new EmbeddedPostgres.Options(draft, binaries, Map.of(), progress -> {}))
                .close();
    }
}

package org.lessonbot.store.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How PostgreSQL's programs are run. They refuse to run as root, so root hands them to an ordinary user: by
 * {@code setpriv} where that user can reach the folders, else in a user namespace in which root bears another name.
 *
 * @param prefix the words before the program's own; empty to run it as it is
 * @param owner the user who must own the data, if that is another than the one who runs this program
 */
record RunAs(List<String> prefix, Optional<String> owner) {

    /** A user that every Linux has, and whom initdb therefore can look up. */
    private static final String NOBODY = "nobody";

    private static final String ROOT = "root";

    /** Java's word for a user whom the system has no name for, as happens in containers. */
    private static final String NAMELESS = "?";

    /** A session of its own keeps Ctrl-C in a terminal away from the server, which is to stop after the program. */
    private static final String OWN_SESSION = "setsid ";

    private static final String AS_NOBODY = "unshare -U --map-user " + NOBODY + " ";

    /** Has the kernel stop the server when the thread that started it ends, even by {@code kill -9}. */
    private static final String STOPS_WITH_US = "setpriv --pdeathsig INT";

    private static final File NOWHERE = new File("/dev/null");
    private static final int TEST_SECONDS = 10;

    private static final RunAs PLAIN = new RunAs(List.of(), Optional.empty());

    static RunAs choose(Path postgres, Path folder, Path data) throws IOException, InterruptedException {
        for (RunAs candidate : candidates(data)) {
            if (candidate.equals(PLAIN) || candidate.reaches(postgres, folder)) {
                return candidate;
            }
        }
        throw new EmbeddedPostgresException(String.format(Locale.ROOT, """
                PostgreSQL refuses to run as root, and no ordinary user can be given %s: \
                neither setpriv nor unshare worked. Start the program as an ordinary user who owns that folder.""", folder));
    }

    private static List<RunAs> candidates(Path data) throws IOException {
        return switch (System.getProperty("user.name")) {
            case ROOT -> {
                String owner = Files.exists(data) ? Files.getOwner(data).getName() : ROOT;
                String user = owner.equals(ROOT) ? NOBODY : owner;
                String asUser = STOPS_WITH_US + " --clear-groups --regid 65534 --reuid " + user;
                yield List.of(
                        by(OWN_SESSION + asUser, Optional.of(user)),
                        by(OWN_SESSION + AS_NOBODY + STOPS_WITH_US, Optional.of(ROOT)));
            }
            case NAMELESS -> List.of(by(OWN_SESSION + AS_NOBODY + STOPS_WITH_US, Optional.empty()), PLAIN);
            default -> List.of(by(OWN_SESSION + STOPS_WITH_US, Optional.empty()), PLAIN);
        };
    }

    private static RunAs by(String prefix, Optional<String> owner) {
        return new RunAs(List.of(prefix.split(" ", -1)), owner);
    }

    private boolean reaches(Path postgres, Path folder) throws InterruptedException {
        try {
            Process test = start(List.of("test", "-x", postgres.toString(), "-a", "-x", folder.toString()), NOWHERE);
            return test.waitFor(TEST_SECONDS, TimeUnit.SECONDS) && test.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    /** Starts a program with an empty environment, which keeps the bot's tokens from the server; output is appended. */
    Process start(List<String> command, File output) throws IOException {
        List<String> words = new ArrayList<>(prefix);
        words.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectInput(NOWHERE)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output));
        builder.environment().keySet().retainAll(List.of("PATH", "TMPDIR"));
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    /** Gives the file or folder and all it holds to the user the server runs as. */
    void handOver(Path path) throws IOException {
        if (owner.isEmpty() || Files.getOwner(path).getName().equals(owner.get())) {
            return;
        }
        UserPrincipal user =
                path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner.get());
        for (Path each : Folders.everythingIn(path)) {
            Files.setOwner(each, user);
        }
    }
}

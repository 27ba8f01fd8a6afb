package org.lessonbot.store.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
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

    /** A user that every Linux has, and that initdb therefore can look up. */
    private static final String NOBODY = "nobody";

    /** Ctrl-C in a terminal reaches a whole session; in its own, the server outlives it until it is told to stop. */
    private static final List<String> OWN_SESSION = List.of("setsid", "setpriv");

    /** Has the kernel stop the server when the thread that started it dies, even by {@code kill -9}. */
    private static final List<String> STOPS_WITH_US = List.of("--pdeathsig", "INT", "--");

    private static final RunAs PLAIN = new RunAs(List.of(), Optional.empty());

    static RunAs choose(Path postgres, Path folder, Path data) throws IOException, InterruptedException {
        for (RunAs candidate : candidates(data)) {
            if (candidate.reaches(postgres) && candidate.reaches(folder)) {
                return candidate;
            }
        }
        throw new EmbeddedPostgresException("""
                PostgreSQL refuses to run as root, and no ordinary user can be given %s: \
                neither setpriv nor unshare worked. Start the program as an ordinary user who owns that folder.""".formatted(folder));
    }

    private static List<RunAs> candidates(Path data) throws IOException {
        if (!System.getProperty("user.name").equals("root")) {
            return List.of(new RunAs(joined(OWN_SESSION, STOPS_WITH_US), Optional.empty()), PLAIN);
        }
        String user = Files.exists(data) ? Files.getOwner(data).getName() : NOBODY;
        String owner = user.equals("root") ? NOBODY : user;
        List<String> asOwner = List.of("--reuid", owner, "--regid", "65534", "--clear-groups");
        List<String> inNamespace = List.of("setsid", "unshare", "-U", "--map-user", NOBODY, "setpriv");
        return List.of(
                new RunAs(joined(OWN_SESSION, asOwner, STOPS_WITH_US), Optional.of(owner)),
                new RunAs(joined(inNamespace, STOPS_WITH_US), Optional.of("root")));
    }

    @SafeVarargs
    private static List<String> joined(List<String>... parts) {
        return List.of(parts).stream().flatMap(List::stream).toList();
    }

    private boolean reaches(Path path) throws InterruptedException {
        if (prefix.isEmpty()) {
            return true;
        }
        try {
            File nowhere = new File("/dev/null");
            Process test = start(List.of("test", "-x", path.toString()), nowhere);
            return test.waitFor(10, TimeUnit.SECONDS) && test.exitValue() == 0;
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
                .redirectInput(new File("/dev/null"))
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

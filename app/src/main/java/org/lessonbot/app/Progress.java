package org.lessonbot.app;

import java.util.Arrays;
import java.util.stream.Stream;

/** A bar on a terminal that can draw one; elsewhere nothing, so that logs stay readable. */
final class Progress {
    private static final int WIDTH = 30;

    private final Terminal terminal;
    private final boolean draws = System.console() != null;

    Progress(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Says in a few words what takes a while. */
    void note(String what) {
        terminal.err().println(what);
    }

    /** @param more what the sentence needs beside the two */
    void show(String key, int done, int all, Object... more) {
        Object[] arguments =
                Stream.concat(Stream.of(done, all), Arrays.stream(more)).toArray();
        if (draws) {
            int filled = Math.min(WIDTH, WIDTH * done / Math.max(1, all));
            terminal.err()
                    .print("\r[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] "
                            + terminal.words().say(key, arguments) + "\033[K");
            terminal.err().flush();
        }
    }

    /** The same in hundredths, for what is counted in bytes. */
    void share(String key, long done, long all) {
        show(key, (int) (100 * done / all), 100);
    }

    void end() {
        if (draws) {
            terminal.err().print("\r\033[K");
            terminal.err().flush();
        }
    }
}

package org.lessonbot.app;

import java.nio.file.Path;
import java.util.Locale;
import org.lessonbot.plan.Phrasebook;

/** The program {@code lesson-bot}. */
public final class Main {
    /** Where the launcher says that the program is at home. */
    private static final String HOME = "lessonbot.home";

    /**
     * How many seconds the JDK's server, which is Slack's door and the operator's, waits for a request once it has begun: without
     * that some few who never come to an end keep everybody out. It is read once, when the first of them opens.
     */
    private static final String ENDS_WITHIN_S = "sun.net.httpserver.maxReqTime";

    private Main() {}

    public static void main(String[] arguments) {
        System.setProperty(ENDS_WITHIN_S, System.getProperty(ENDS_WITHIN_S, "5"));
        Terminal terminal = new Terminal(
                System.out,
                System.err,
                Phrasebook.of(Locale.getDefault().toLanguageTag()),
                System.getenv(),
                Path.of(System.getProperty(HOME, "")).toAbsolutePath());
        System.exit(Commands.line(terminal).execute(arguments));
    }
}

package org.lessonbot.app;

import java.nio.file.Path;
import java.util.Locale;
import org.lessonbot.plan.Phrasebook;

/** The program {@code lesson-bot}. */
public final class Main {
    /** Where the launcher says that the program is at home. */
    private static final String HOME = "lessonbot.home";

    private Main() {}

    public static void main(String[] arguments) {
        Terminal terminal = new Terminal(
                System.out,
                System.err,
                Phrasebook.of(Locale.getDefault().toLanguageTag()),
                System.getenv(),
                Path.of(System.getProperty(HOME, "")).toAbsolutePath());
        System.exit(Commands.line(terminal).execute(arguments));
    }
}

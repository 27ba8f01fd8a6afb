package org.lessonbot.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lessonbot.chat.Words;
import org.lessonbot.store.OwnerOnly;

/**
 * Where the program was called from.
 *
 * @param words in the language of whoever called it
 * @param home the folder of the program, where its configuration is looked for
 */
record Terminal(PrintStream out, PrintStream err, Words words, Map<String, String> environment, Path home) {

    /** Prints a sentence. */
    void say(String key, Object... arguments) {
        out.println(words.say(key, arguments));
    }

    /**
     * Prints this, or writes it into a file and says so. What a class wrote is for whoever asked for it: a file that was not there is
     * readable by them alone.
     *
     * @param file nothing to print
     */
    void write(byte[] content, @Nullable Path file) throws IOException {
        if (file == null) {
            out.write(content);
            out.flush();
        } else {
            if (Files.notExists(file)) {
                OwnerOnly.create(file);
            }
            Files.write(file, content);
            complain("cli.export.written", file.toString());
        }
    }

    /** Prints a sentence where errors go. */
    void complain(String key, Object... arguments) {
        err.println(words.say(key, arguments));
    }
}

package org.lessonbot.web;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.lessonbot.chat.Words;

/** The classroom's own English sentences; of commands, which are the core's to describe, only the key. */
final class TestWords {
    static final Words ENGLISH = read();

    private TestWords() {}

    private static Words read() {
        Properties sentences = new Properties();
        try (var file = Objects.requireNonNull(TestWords.class.getResourceAsStream("/locale/web/en.properties"))) {
            sentences.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return (key, arguments) -> {
            String pattern = key.startsWith("command.") ? key : sentences.getProperty(key);
            if (pattern == null) {
                throw new IllegalArgumentException("no sentence is called " + key);
            }
            return new MessageFormat(pattern, Locale.ENGLISH).format(arguments);
        };
    }
}

package org.lessonbot.app.rehearsal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.lessonbot.chat.Words;

/** What simulated pupils write, by what they are asked for: lines of a file. */
final class Texts {
    private static final String OTHER = "comment";

    private final Properties texts;
    private final String sign;
    private int picked;

    /** In the language of these words, or else in English. */
    Texts(Words words) {
        this(
                read("texts." + words.say("language.tag") + ".properties")
                        .or(() -> read("texts.properties"))
                        .orElseThrow(),
                "");
    }

    private Texts(Properties texts, String sign) {
        this.texts = texts;
        this.sign = sign;
    }

    /** The same, each with an end of its own, so that it is known again wherever it stands. */
    Texts signed(String by) {
        return new Texts(texts, by);
    }

    private static Optional<Properties> read(String name) {
        Properties texts = new Properties();
        try (InputStream file = Texts.class.getResourceAsStream(name)) {
            if (file == null) {
                return Optional.empty();
            }
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return Optional.of(texts);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** One of the texts for a field such as {@code question-2}. */
    String pick(String field, RandomGenerator random) {
        String kind = field.replaceAll("-\\d+$", "");
        List<String> choice = Stream.of(
                        texts.getProperty(kind, texts.getProperty(OTHER, "")).split("\\|"))
                .map(String::strip)
                .toList();
        String text = choice.get(random.nextInt(choice.size()));
        return sign.isEmpty() ? text : text + " (" + sign + "." + ++picked + ")";
    }
}

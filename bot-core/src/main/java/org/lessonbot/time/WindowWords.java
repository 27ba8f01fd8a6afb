package org.lessonbot.time;

import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.lessonbot.time.Reading.Unclear;
import org.lessonbot.time.Reading.Why;

/** Reads a daily window as somebody typed it. */
final class WindowWords {
    private static final List<String> EXAMPLES = List.of("22:00-07:00", "21:30-06:30");

    private WindowWords() {}

    static <T> T read(String typed, Locale locale, Function<Window, T> understood, Function<Unclear, T> unclear) {
        try {
            return understood.apply(Window.parse(typed.strip()));
        } catch (DateTimeException otherwise) {
            return unclear.apply(new Unclear(Why.UNKNOWN_WORDS, typed.strip(), EXAMPLES));
        }
    }
}

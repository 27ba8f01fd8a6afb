package org.lessonbot.time;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lessonbot.time.Reading.Unclear;
import org.lessonbot.time.Reading.Why;
import org.lessonbot.time.Token.Kind;

/** Reads a daily window as somebody typed it. */
final class WindowWords {
    private static final List<Window> USUAL =
            List.of(Window.WAKING.complement(), new Window(LocalTime.of(22, 0), LocalTime.of(7, 0)));
    private static final int LONGEST = 60;
    private static final int EXAMPLES = 3;
    /** Without spaces too; on either side a time, so that "9-to-5" is cut once. */
    private static final String DASH = "\\s*[-\u2013\u2014]\\s*";

    private WindowWords() {}

    static <T> T read(String typed, Locale locale, Function<Window, T> understood, Function<Unclear, T> unclear) {
        String plain = Plain.text(Plain.shortened(typed, LONGEST));
        Vocabulary vocabulary = Vocabulary.of(locale);
        try {
            if (plain.isEmpty()) {
                throw new NotClear(Why.NOTHING, "");
            }
            List<List<Token>> ends = ends(plain, vocabulary);
            if (ends.size() != 2) {
                throw new NotClear(ends.size() > 2 ? Why.TOO_MUCH : Why.NO_END, plain);
            }
            boolean to24 = ends.stream()
                    .flatMap(List::stream)
                    .anyMatch(token -> token.is(Kind.CLOCK, Kind.NUMBER) && TimeOfDay.showsTwentyFour(token));
            List<LocalTime> from = times(ends.get(0), to24, vocabulary);
            List<LocalTime> to = times(ends.get(1), to24, vocabulary);
            List<Window> windows = from.stream()
                    .flatMap(begin -> to.stream().map(end -> new Window(begin, end)))
                    .toList();
            if (windows.size() == 1 && windows.get(0).isWholeDay()) {
                return unclear.apply(new Unclear(Why.WHOLE_DAY, plain, texts(USUAL)));
            }
            return windows.size() == 1
                    ? understood.apply(windows.get(0))
                    : unclear.apply(new Unclear(Why.NO_HALF_OF_DAY, plain, texts(windows)));
        } catch (NotClear asked) {
            return unclear.apply(new Unclear(asked.why(), asked.part(), texts(USUAL)));
        }
    }

    private static List<String> texts(List<Window> windows) {
        return windows.stream()
                .filter(window -> !window.isWholeDay())
                .map(Window::toString)
                .limit(EXAMPLES)
                .toList();
    }

    private static List<List<Token>> ends(String plain, Vocabulary vocabulary) {
        List<List<Token>> ends = new ArrayList<>();
        for (String side : plain.split(DASH, -1)) {
            List<Token> end = new ArrayList<>();
            ends.add(end);
            for (Token read : Lexer.tokens(side, vocabulary)) {
                Token token =
                        read.is(Kind.DOTTED) ? new Token(Kind.CLOCK, read.text().replace('.', ':'), 0) : read;
                boolean separates = token.is(Kind.UNTIL, Kind.AND) && !end.isEmpty();
                if (separates) {
                    end = new ArrayList<>();
                    ends.add(end);
                } else if (!token.is(Kind.FILLER, Kind.AT, Kind.O_CLOCK, Kind.UNTIL)) {
                    end.add(token);
                }
            }
        }
        return ends.stream().filter(end -> !end.isEmpty()).toList();
    }

    private static List<LocalTime> times(List<Token> end, boolean to24, Vocabulary vocabulary) throws NotClear {
        Optional<Token> clock = Optional.empty();
        Optional<Token> half = Optional.empty();
        for (Token token : end) {
            Token time =
                    token.is(Kind.DOTTED) ? new Token(Kind.CLOCK, token.text().replace('.', ':'), 0) : token;
            if (time.is(Kind.CLOCK, Kind.NUMBER, Kind.NOON, Kind.MIDNIGHT) && clock.isEmpty()) {
                clock = Optional.of(time);
            } else if (time.is(Kind.AM, Kind.PM, Kind.NIGHT) && half.isEmpty()) {
                half = Optional.of(time);
            } else {
                throw new NotClear(Why.UNKNOWN_WORDS, time.text());
            }
        }
        Token time =
                clock.orElseThrow(() -> new NotClear(Why.NO_HOUR, end.get(0).text()));
        Stream<TimeOfDay> readings = time.is(Kind.NOON)
                ? Stream.of(TimeOfDay.NOON)
                : time.is(Kind.MIDNIGHT)
                        ? Stream.of(TimeOfDay.MIDNIGHT_BEFORE)
                        : TimeOfDay.readings(time, half, to24 || time.is(Kind.CLOCK) && !vocabulary.twelveHours())
                                .stream();
        return readings.map(TimeOfDay::time).distinct().toList();
    }
}

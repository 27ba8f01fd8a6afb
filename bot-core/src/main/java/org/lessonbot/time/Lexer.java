package org.lessonbot.time;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lessonbot.time.Token.Kind;
import org.lessonbot.time.Vocabulary.Term;

/** Cuts what somebody typed into tokens. */
final class Lexer {
    /** What stands between words. */
    static final Pattern BETWEEN = Pattern.compile("[\\s,;!?()\\[\\]]+");

    private static final Pattern DATE_TIME = Pattern.compile("(\\d{4}-\\d{1,2}-\\d{1,2})t(?=\\d)");
    private static final Pattern SPACED_DATE =
            Pattern.compile("(?<![\\d.])(\\d{1,2}\\.) ?(\\d{1,2}\\.) ?(\\d{4})?(?![\\d:])");
    private static final Pattern DATE = Pattern.compile("\\d{4}([-/.])\\d{1,2}\\1\\d{1,2}\\.?");
    private static final Pattern NUMERIC_DATE =
            Pattern.compile("\\d{1,2}[/-]\\d{1,2}|\\d{1,2}\\.\\d{1,2}\\.|\\d{1,2}([/.-])\\d{1,2}\\1(\\d{4}|\\d{2})");
    private static final Pattern DOTTED = Pattern.compile("\\d{1,2}\\.\\d{1,2}");
    private static final Pattern DOTTED_CLOCK = Pattern.compile("(\\d{1,2}\\.\\d{2})(\\p{L}.*)");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)(.*)");
    private static final Pattern FRENCH_CLOCK = Pattern.compile("(\\d{1,2})h(\\d{2})?");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,4})(.*)");
    private static final Pattern OFFSET = Pattern.compile("(?:utc|gmt)?([+-])(\\d{1,2})(?::?(\\d{2}))?");
    private static final Pattern LIKE_A_ZONE = Pattern.compile("\\p{L}.*/.*");
    private static final Pattern DASHES = Pattern.compile("[-\u2013\u2014]+");
    private static final int LONGEST_PHRASE = 4;
    private static final int SHORTEST_WEEKDAY = 5;

    private final Vocabulary vocabulary;
    private final String[] words;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String plain, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.words = BETWEEN.split(apart(plain).strip());
    }

    /** @param plain see {@link Plain#text} */
    static List<Token> tokens(String plain, Vocabulary vocabulary) {
        return new Lexer(plain, vocabulary).read();
    }

    /** What is written without the space that parts it, and with spaces that part nothing. */
    private static String apart(String plain) {
        String parted = DATE_TIME.matcher(plain).replaceAll("$1 ");
        return SPACED_DATE
                .matcher(parted)
                .replaceAll(date -> date.group(1) + date.group(2)
                        + Optional.ofNullable(date.group(3)).orElse("") + " ");
    }

    private List<Token> read() {
        while (at < words.length) {
            if (!words[at].isEmpty() && !DASHES.matcher(words[at]).matches() && !phrase()) {
                word(words[at]);
            }
            at++;
        }
        return tokens;
    }

    /** The longest that has a meaning. */
    private boolean phrase() {
        for (int last = Math.min(words.length, at + LONGEST_PHRASE); last > at; last--) {
            String phrase = String.join(" ", List.of(words).subList(at, last));
            Optional<Term> term = vocabulary.find(phrase);
            if (term.isPresent()) {
                boolean maybe = term.get().kind() == Kind.TOMORROW && last(Kind.WEEKDAY);
                Term meant = maybe ? partOfDay(phrase).orElse(term.get()) : term.get();
                add(
                        meant.kind(),
                        meant.kind() == Kind.NUMBER ? String.valueOf(meant.number()) : phrase,
                        meant.number());
                at = last - 1;
                return true;
            }
        }
        return false;
    }

    private void word(String word) {
        if (DATE.matcher(word).matches()) {
            add(Kind.DATE, word, 0);
        } else if (NUMERIC_DATE.matcher(word).matches()) {
            add(Kind.NUMERIC_DATE, word, 0);
        } else if (DOTTED.matcher(word).matches()) {
            add(Kind.DOTTED, word, 0);
        } else if (!clock(word) && !number(word) && !joined(word) && !zone(word)) {
            add(Kind.UNKNOWN, word, 0);
        }
    }

    private boolean clock(String word) {
        Matcher clock = CLOCK.matcher(word);
        if (clock.matches()) {
            add(Kind.CLOCK, clock.group(1), 0);
            String rest = clock.group(2);
            // Without a date it may be a stretch of time, such as 18:00-20:00.
            boolean stretch =
                    DASHES.matcher(rest).lookingAt() && tokens.stream().noneMatch(token -> token.is(Kind.DATE));
            if (stretch) {
                add(Kind.UNKNOWN, rest, 0);
            } else if (!rest.isEmpty() && !rest.equals(".") && !ending(rest)) {
                word(rest);
            }
            return true;
        }
        Matcher dotted = DOTTED_CLOCK.matcher(word);
        if (dotted.matches() && vocabulary.find(dotted.group(2)).isPresent()) {
            add(Kind.DOTTED, dotted.group(1), 0);
            return ending(dotted.group(2));
        }
        Matcher french = FRENCH_CLOCK.matcher(word);
        if (french.matches() && !last(Kind.IN)) {
            String minutes = Optional.ofNullable(french.group(2)).orElse("00");
            // On this clock an hour has one meaning, as if it were written in two digits.
            add(Kind.CLOCK, (french.group(1).length() == 1 ? "0" : "") + french.group(1) + ":" + minutes, 0);
            return true;
        }
        return false;
    }

    private boolean number(String word) {
        Matcher number = NUMBER.matcher(word);
        if (!number.matches()) {
            return false;
        }
        String digits = number.group(1);
        String rest = number.group(2);
        int value = Integer.parseInt(digits);
        Optional<Term> ending = vocabulary.find(rest);
        if (rest.equals(".")
                || ending.filter(term -> term.kind() == Kind.ORDINAL_ENDING).isPresent()) {
            add(Kind.ORDINAL, word, value);
        } else if (rest.isEmpty() || ending.isPresent()) {
            add(Kind.NUMBER, digits, value);
            ending(rest);
        } else {
            add(Kind.UNKNOWN, word, 0);
        }
        return true;
    }

    /** A weekday and a part of it in one word: {@code Freitagabend}. */
    private boolean joined(String word) {
        for (int cut = SHORTEST_WEEKDAY; cut < word.length() - 2; cut++) {
            Optional<Term> day = vocabulary.weekday(word.substring(0, cut));
            String rest = word.substring(cut);
            Optional<Term> part = partOfDay(rest);
            if (day.isPresent() && part.isPresent()) {
                add(Kind.WEEKDAY, word.substring(0, cut), day.get().number());
                add(part.get().kind(), rest, part.get().number());
                return true;
            }
        }
        return false;
    }

    /** Behind a weekday "Morgen" is no other day: whoever says "am Morgen" says so. */
    private Optional<Term> partOfDay(String word) {
        return Stream.of(word, "am " + word)
                .flatMap(each -> vocabulary.find(each).stream())
                .filter(term -> Set.of(Kind.AM, Kind.PM, Kind.NIGHT, Kind.NOON).contains(term.kind()))
                .findFirst();
    }

    /** What is written without a space behind a number: {@code 6pm}. */
    private boolean ending(String rest) {
        Optional<Term> term = vocabulary.find(rest);
        term.ifPresent(found -> add(found.kind(), rest, found.number()));
        return term.isPresent();
    }

    private boolean zone(String word) {
        Kind kind = Kind.UNKNOWN;
        if (zoneOf(word).isPresent()) {
            kind = Kind.ZONE;
        } else if (Abbreviations.known(word)) {
            kind = Kind.ABBREVIATION;
        } else if (OFFSET.matcher(word).matches() || LIKE_A_ZONE.matcher(word).matches()) {
            kind = Kind.NO_ZONE;
        }
        add(kind, word, 0);
        return true;
    }

    /** A zone by its id, or an offset such as {@code +02:00} or {@code UTC+2}. */
    static Optional<ZoneId> zoneOf(String word) {
        Matcher offset = OFFSET.matcher(word);
        if (!offset.matches()) {
            return word.equals("z") ? Optional.of(ZoneOffset.UTC) : Zones.of(word);
        }
        int minutes = Integer.parseInt(offset.group(2)) * 60
                + Optional.ofNullable(offset.group(3)).map(Integer::parseInt).orElse(0);
        int seconds = (offset.group(1).equals("-") ? -minutes : minutes) * 60;
        boolean there = Math.abs(seconds) <= ZoneOffset.MAX.getTotalSeconds();
        return there ? Optional.of(ZoneOffset.ofTotalSeconds(seconds)) : Optional.empty();
    }

    private boolean last(Kind kind) {
        return !tokens.isEmpty() && tokens.get(tokens.size() - 1).is(kind);
    }

    private void add(Kind kind, String text, int number) {
        tokens.add(new Token(kind, text, number));
    }
}

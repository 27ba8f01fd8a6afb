package org.lessonbot.time;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.lessonbot.time.Reading.Why;
import org.lessonbot.time.Sentence.Found;
import org.lessonbot.time.Token.Kind;

/** Reads tokens of which one may be the time as well as the day: {@code 18}, {@code 12.10}. */
final class Variants {
    private static final String CENTURY = "20";
    private static final Kind[] AFTER_AN_HOUR = {Kind.AM, Kind.PM, Kind.NIGHT, Kind.O_CLOCK};
    private static final Kind[] AFTER_A_NUMBER = {
        Kind.MINUTES,
        Kind.HOURS,
        Kind.DAYS,
        Kind.WEEKS,
        Kind.MONTHS,
        Kind.MONTH,
        Kind.AM,
        Kind.PM,
        Kind.NIGHT,
        Kind.O_CLOCK
    };

    private Variants() {}

    /**
     * All that may be meant, by all variants that make sense.
     *
     * @param tokens without zones
     * @param now in the zone of the days
     */
    static Found read(List<Token> tokens, Days calendar, ZonedDateTime now, Vocabulary vocabulary) throws NotClear {
        List<Token> said = tokens.stream()
                .filter(token -> !token.is(Kind.FILLER, Kind.UNTIL))
                .toList();
        if (said.isEmpty()) {
            throw new NotClear(
                    Why.UNKNOWN_WORDS,
                    String.join(" ", tokens.stream().map(Token::text).toList()));
        }
        for (int at = 0; at < said.size(); at++) {
            List<Token> meant = meant(said, at);
            if (!meant.isEmpty()) {
                return any(said, at, meant, calendar, now, vocabulary);
            }
        }
        return Grammar.read(said, calendar, vocabulary).resolve(now);
    }

    private static Found any(
            List<Token> said, int at, List<Token> meant, Days calendar, ZonedDateTime now, Vocabulary vocabulary)
            throws NotClear {
        List<Found> found = new ArrayList<>();
        Optional<NotClear> first = Optional.empty();
        for (Token token : meant) {
            List<Token> variant = new ArrayList<>(said);
            variant.set(at, token);
            try {
                found.add(read(variant, calendar, now, vocabulary));
            } catch (NotClear senseless) {
                first = first.or(() -> Optional.of(senseless));
            }
        }
        if (found.isEmpty()) {
            throw first.orElseThrow();
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        TreeSet<LocalMoment> moments = new TreeSet<>();
        found.forEach(each -> moments.addAll(each.moments()));
        boolean ahead = calendar.ahead(moments.last());
        moments.removeIf(moment -> ahead && !calendar.ahead(moment));
        return new Found(
                List.copyOf(moments), Why.AMBIGUOUS_NUMBER, said.get(at).text());
    }

    /** What a token may be, if that is not clear from itself and its neighbours. */
    private static List<Token> meant(List<Token> said, int at) {
        Token token = said.get(at);
        boolean hour = at > 0 && said.get(at - 1).is(Kind.AT);
        if (token.is(Kind.DOTTED) && at > 0 && said.get(at - 1).is(Kind.IN)) {
            return List.of(new Token(Kind.UNKNOWN, token.text(), 0));
        }
        if (token.is(Kind.DOTTED)) {
            Token clock = new Token(Kind.CLOCK, token.text().replace('.', ':'), 0);
            return hour || follows(said, at, AFTER_AN_HOUR)
                    ? List.of(clock)
                    : List.of(clock, new Token(Kind.NUMERIC_DATE, token.text(), 0));
        }
        boolean afterDate = isDate(said, at - 2);
        boolean stands = at == 0 || afterDate || !said.get(at - 1).is(Kind.AT, Kind.IN, Kind.MONTH, Kind.AND);
        boolean bare =
                token.is(Kind.NUMBER) && token.text().length() <= 2 && stands && !follows(said, at, AFTER_A_NUMBER);
        if (isClockWithoutColon(token) && !isDate(said, at - 2) && !follows(said, at, AFTER_A_NUMBER)) {
            return List.of(new Token(
                    Kind.CLOCK,
                    token.text().substring(0, 2) + ":" + token.text().substring(2),
                    0));
        }
        if (!bare || token.number() <= 12 || token.number() > 31) {
            return List.of();
        }
        List<Token> meant = new ArrayList<>();
        if (token.number() <= 24) {
            meant.add(new Token(Kind.CLOCK, token.text() + ":00", 0));
        }
        meant.add(
                afterDate
                        ? new Token(Kind.NUMBER, CENTURY + token.text(), Integer.parseInt(CENTURY + token.text()))
                        : new Token(Kind.ORDINAL, token.text(), token.number()));
        return meant;
    }

    /** {@code 1830}, but not {@code 2027}, which may be a year. */
    private static boolean isClockWithoutColon(Token token) {
        return token.is(Kind.NUMBER)
                && token.text().length() == 4
                && token.number() < 2400
                && token.number() % 100 < 60
                && !token.text().startsWith(CENTURY);
    }

    /** A month with its day, before or behind. */
    private static boolean isDate(List<Token> said, int at) {
        if (at < 0) {
            return false;
        }
        Token one = said.get(at);
        Token two = said.get(at + 1);
        return one.is(Kind.MONTH) && two.is(Kind.NUMBER, Kind.ORDINAL)
                || one.is(Kind.NUMBER, Kind.ORDINAL) && two.is(Kind.MONTH);
    }

    private static boolean follows(List<Token> said, int at, Kind... kinds) {
        return at + 1 < said.size() && said.get(at + 1).is(kinds);
    }
}

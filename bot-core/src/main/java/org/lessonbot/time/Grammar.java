package org.lessonbot.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lessonbot.time.Days.Day;
import org.lessonbot.time.Reading.Why;
import org.lessonbot.time.Token.Kind;

/** Finds in a row of tokens what they say of a day and a time. */
final class Grammar {
    private static final Kind[] UNITS = {Kind.MINUTES, Kind.HOURS, Kind.DAYS, Kind.WEEKS, Kind.MONTHS};
    private static final Kind[] HALVES = {Kind.AM, Kind.PM, Kind.NIGHT};
    private static final int CENTURY = 2000;

    private final List<Token> tokens;
    private final Days calendar;
    private final boolean dottedDates;
    private final Sentence sentence;
    private int at;

    private Grammar(List<Token> tokens, Days calendar, boolean dottedDates, Sentence sentence) {
        this.tokens = tokens;
        this.calendar = calendar;
        this.dottedDates = dottedDates;
        this.sentence = sentence;
    }

    static Sentence read(List<Token> tokens, Days calendar, Vocabulary vocabulary) throws NotClear {
        Sentence sentence = new Sentence(calendar, vocabulary.twelveHours());
        Grammar grammar = new Grammar(tokens, calendar, vocabulary.dottedDates(), sentence);
        while (grammar.at < tokens.size()) {
            grammar.part(grammar.take());
        }
        return sentence;
    }

    private void part(Token token) throws NotClear {
        switch (token.kind()) {
            case DATE -> date(token);
            case NUMERIC_DATE -> numericDate(token);
            case MONTH -> {
                Token day = peek(Kind.NUMBER, Kind.ORDINAL).orElseThrow(() -> new NotClear(Why.NO_DAY, token.text()));
                take();
                monthDay(token, day);
            }
            case ORDINAL -> ordinal(token);
            case NUMBER -> number(token);
            case ONE -> {
                if (peek(UNITS).isPresent()) {
                    sentence.ahead(token.text(), 1, take());
                }
            }
            case IN -> {
                if (peek(Kind.NUMBER, Kind.ONE).isEmpty()) {
                    throw unknown(at < tokens.size() ? tokens.get(at) : token);
                }
            }
            case AT -> {
                if (peek(Kind.NUMBER).isPresent() && peek(1, Kind.MONTH).isEmpty()) {
                    sentence.clock(take());
                }
            }
            case CLOCK, NOON, MIDNIGHT -> sentence.clock(token);
            case AM, PM, NIGHT -> sentence.half(token);
            case YESTERDAY -> dayAhead(token, -1);
            case TODAY -> dayAhead(token, 0);
            case TONIGHT -> {
                dayAhead(token, 0);
                sentence.half(new Token(Kind.NIGHT, token.text(), 0));
            }
            case TOMORROW -> dayAhead(token, 1);
            case DAY_AFTER_TOMORROW -> dayAhead(token, 2);
            case WEEKDAY -> sentence.weekday(token);
            case NEXT -> next(token);
            case THIS -> thisOne(token);
            case END -> end(token);
            case O_CLOCK, AND -> {}
            default -> throw unknown(token);
        }
    }

    private void dayAhead(Token said, int days) throws NotClear {
        LocalDate day = calendar.today().plusDays(days);
        sentence.day(said.text(), Why.NO_SUCH_DATE, List.of(calendar.fixed(day)));
    }

    private void next(Token next) throws NotClear {
        if (peek(Kind.WEEKDAY).isPresent()) {
            sentence.nextWeekday(next, take());
        } else if (peek(Kind.WEEKS).isPresent()) {
            sentence.week(new Token(Kind.NEXT, next.text() + " " + take().text(), 1));
        } else {
            throw peek(Kind.MONTHS)
                    .map(month -> new NotClear(Why.NO_DAY, next.text() + " " + month.text()))
                    .orElseGet(() -> unknown(next));
        }
    }

    /** This Friday is Friday, this evening is today. */
    private void thisOne(Token token) throws NotClear {
        if (peek(HALVES).isPresent()) {
            dayAhead(token, 0);
        } else if (peek(Kind.WEEKS).isPresent()) {
            sentence.week(new Token(Kind.THIS, token.text() + " " + take().text(), 0));
        } else if (peek(Kind.WEEKDAY).isEmpty()) {
            throw unknown(token);
        }
    }

    /** A month has a last day. Of a week that is asked, and of a day it says nothing. */
    private void end(Token end) throws NotClear {
        if (peek(Kind.MONTH).isPresent()) {
            Token month = take();
            Day last = calendar.endOf(Month.of(month.number()));
            sentence.day(end.text() + " " + month.text(), Why.NO_SUCH_DATE, List.of(last));
        } else if (peek(Kind.MONTHS).isPresent()) {
            Day last = calendar.endOf(calendar.today().getMonth());
            sentence.day(end.text() + " " + take().text(), Why.NO_SUCH_DATE, List.of(last));
        } else if (peek(Kind.WEEKS).isPresent()) {
            sentence.week(new Token(Kind.THIS, end.text() + " " + take().text(), 0));
        } else if (peek(Kind.THIS, Kind.NEXT, Kind.WEEKDAY, Kind.TODAY, Kind.TOMORROW)
                .isEmpty()) {
            throw unknown(end);
        }
    }

    private void number(Token number) throws NotClear {
        Optional<Token> unit = peek(UNITS);
        if (peek(Kind.MONTH).isPresent()) {
            monthDay(take(), number);
        } else if (unit.isPresent()) {
            // In French "18 h" is an hour of the day.
            boolean letter = unit.get().is(Kind.HOURS) && unit.get().text().length() == 1;
            if (letter && tokens.stream().noneMatch(token -> token.is(Kind.IN))) {
                throw new NotClear(
                        Why.AMBIGUOUS_NUMBER, number.text() + " " + unit.get().text());
            }
            if (number.number() == 0) {
                throw unknown(number);
            }
            sentence.ahead(number.text() + " " + take().text(), number.number(), unit.get());
        } else if (number.number() <= 12
                || peek(HALVES).isPresent()
                || peek(Kind.O_CLOCK).isPresent()) {
            sentence.clock(number);
        } else {
            throw new NotClear(Why.AMBIGUOUS_NUMBER, number.text());
        }
    }

    private void ordinal(Token day) throws NotClear {
        if (peek(Kind.MONTH).isPresent()) {
            monthDay(take(), day);
        } else {
            boolean there = day.number() >= 1 && day.number() <= 31;
            List<Day> meant = there ? List.of(calendar.ofMonth(day.number())) : List.of();
            sentence.day(day.text(), Why.NO_SUCH_DATE, meant);
        }
    }

    private void monthDay(Token month, Token day) throws NotClear {
        Optional<Token> year = peek(Kind.NUMBER).filter(number -> number.text().length() == 4);
        String said = month.text() + " " + day.text();
        if (year.isPresent()) {
            take();
            date(said + " " + year.get().text(), year.get().number(), month.number(), day.number());
        } else {
            Optional<Day> meant = monthDay(month.number(), day.number());
            if (meant.isPresent()) {
                sentence.day(said, Why.NO_SUCH_DATE, List.of(meant.get()));
            } else {
                sentence.noSuchDay(said, around(month.number()));
            }
        }
    }

    /** The last day that every year has in a month, and the day after the month. */
    private List<Day> around(int month) {
        Month of = Month.of(month);
        return Stream.of(monthDay(month, of.minLength()), monthDay(of.plus(1).getValue(), 1))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whoever writes like this counts hours to 24. */
    private void date(Token token) throws NotClear {
        sentence.hoursCountTo24();
        List<Integer> numbers = numbers(token);
        date(token.text(), numbers.get(0), numbers.get(1), numbers.get(2));
    }

    private void date(String said, int year, int month, int day) throws NotClear {
        Optional<Day> meant = date(year, month, day);
        if (meant.isEmpty() && month >= 1 && month <= 12) {
            LocalDate last = YearMonth.of(year, month).atEndOfMonth();
            sentence.noSuchDay(said, List.of(calendar.fixed(last), calendar.fixed(last.plusDays(1))));
        } else {
            sentence.day(said, Why.NO_SUCH_DATE, meant.stream().toList());
        }
    }

    private void numericDate(Token token) throws NotClear {
        List<Integer> numbers = numbers(token);
        int one = numbers.get(0);
        int two = numbers.get(1);
        boolean dayFirst =
                token.text().endsWith(".") || dottedDates && token.text().contains(".");
        List<Day> meant = new ArrayList<>();
        if (numbers.size() == 2) {
            monthDay(two, one).ifPresent(meant::add);
            if (one != two && !dayFirst) {
                monthDay(one, two).ifPresent(meant::add);
            }
        } else {
            int three = numbers.get(2);
            int year = three < 100 ? CENTURY + three : three;
            date(year, two, one).ifPresent(meant::add);
            if (one != two && !dayFirst) {
                date(year, one, two).ifPresent(meant::add);
            }
            if (three < 100 && token.text().contains("-")) {
                date(CENTURY + one, two, three).ifPresent(meant::add);
            }
        }
        Optional<Integer> month =
                Stream.of(two, one).filter(each -> each >= 1 && each <= 12).findFirst();
        if (meant.isEmpty() && month.isPresent()) {
            sentence.noSuchDay(token.text(), around(month.get()));
        } else {
            sentence.day(token.text(), Why.AMBIGUOUS_ORDER, meant);
        }
    }

    private Optional<Day> date(int year, int month, int day) {
        try {
            return Optional.of(calendar.fixed(LocalDate.of(year, month, day)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private Optional<Day> monthDay(int month, int day) {
        try {
            return calendar.ofYear(MonthDay.of(month, day));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static List<Integer> numbers(Token token) {
        return Stream.of(token.text().split("[-/.]", -1))
                .filter(number -> !number.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }

    private static NotClear unknown(Token token) {
        return new NotClear(Why.UNKNOWN_WORDS, token.text());
    }

    private Token take() {
        return tokens.get(at++);
    }

    private Optional<Token> peek(Kind... kinds) {
        return peek(0, kinds);
    }

    private Optional<Token> peek(int further, Kind... kinds) {
        return at + further < tokens.size()
                ? Optional.of(tokens.get(at + further)).filter(token -> token.is(kinds))
                : Optional.empty();
    }
}

package org.lessonbot.time;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lessonbot.time.Token.Kind;

/**
 * The words for times in a language, and in English beside it. Months, weekdays and small numbers are ICU's; the other words stand in
 * {@code locale/<language>.properties}. Where a word means something else in English, the language's own meaning counts.
 */
final class Vocabulary {
    private static final List<Locale> PHRASEBOOKS = List.of(Locale.ENGLISH, Locale.GERMAN);

    private static final Map<Locale, Vocabulary> READ = new ConcurrentHashMap<>();
    private static final ULocale ENGLISH = ULocale.ENGLISH;
    private static final String PATTERN = "time.pattern";
    /** Who has no such key types {@code uebermorgen}; the dots go as all accents do. */
    private static final Pattern UMLAUT = Pattern.compile("[\u00e4\u00f6\u00fc]");

    private static final int LAST_SPELT_OUT = 31;
    private static final int SHORTEST_BEGINNING = 3;

    private final Locale locale;
    private final String[] weekdays;
    private final DateTimeFormatter said;
    private final Map<String, Term> terms = new HashMap<>();
    private final List<Map.Entry<String, Term>> names;
    private final boolean twelveHours;
    private final boolean dottedDates;

    /** What a word is. */
    record Term(Kind kind, int number) {}

    Vocabulary(Locale locale, List<Properties> words) {
        this.locale = locale;
        ULocale language = ULocale.forLocale(locale);
        for (ULocale each : List.of(ENGLISH, language)) {
            spellOut(each);
            name(each);
            if (each.equals(ENGLISH)) {
                take(words.get(0));
            }
        }
        words.stream().skip(1).forEach(this::take);
        names = terms.entrySet().stream()
                .filter(entry -> entry.getValue().kind() == Kind.MONTH
                        || entry.getValue().kind() == Kind.WEEKDAY)
                .toList();
        said = words.stream()
                .map(each -> each.getProperty(PATTERN, ""))
                .filter(pattern -> !pattern.isEmpty())
                .reduce((wider, own) -> own)
                .map(pattern -> DateTimeFormatter.ofPattern(pattern, locale))
                .orElseThrow();
        DateFormatSymbols symbols = DateFormatSymbols.getInstance(language);
        weekdays = symbols.getWeekdays(DateFormatSymbols.FORMAT, DateFormatSymbols.WIDE);
        DateTimePatternGenerator patterns = DateTimePatternGenerator.getInstance(language);
        twelveHours = patterns.getBestPattern("jmm").matches("(?s).*[hK].*");
        dottedDates = patterns.getBestPattern("yMd").matches("d+\\. ?M+\\. ?y+.*");
    }

    static Vocabulary of(Locale locale) {
        return READ.computeIfAbsent(locale, wanted -> {
            String tag = wanted.toLanguageTag();
            List<Properties> words = Stream.of("en", wanted.getLanguage(), tag)
                    .distinct()
                    .map(Vocabulary::words)
                    .toList();
            return new Vocabulary(wanted, words);
        });
    }

    /** Those of the other languages that have a phrasebook. */
    static Stream<Vocabulary> others(Locale locale) {
        return PHRASEBOOKS.stream()
                .filter(other -> !other.getLanguage().equals(locale.getLanguage()))
                .map(Vocabulary::of);
    }

    private static Properties words(String tag) {
        Properties words = new Properties();
        try (InputStream file = Vocabulary.class.getResourceAsStream("/locale/" + tag + ".properties")) {
            if (file != null) {
                words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return words;
    }

    private void spellOut(ULocale locale) {
        RuleBasedNumberFormat speller = new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT);
        for (int number = 1; number <= LAST_SPELT_OUT; number++) {
            terms.put(Plain.word(Plain.text(speller.format(number))), new Term(Kind.NUMBER, number));
        }
    }

    /** What is short for two of them is none: in Spanish "mar" is March and Tuesday. */
    private void name(ULocale locale) {
        DateFormatSymbols symbols = DateFormatSymbols.getInstance(locale);
        Map<String, Set<Term>> names = new HashMap<>();
        for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
            for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
                String[] months = symbols.getMonths(context, width);
                for (int month = 1; month <= 12; month++) {
                    note(names, months[month - 1], new Term(Kind.MONTH, month));
                }
                String[] weekdays = symbols.getWeekdays(context, width);
                for (DayOfWeek day : DayOfWeek.values()) {
                    note(names, weekdays[symbol(day)], new Term(Kind.WEEKDAY, day.getValue()));
                }
            }
        }
        names.forEach((name, meant) -> {
            terms.remove(name);
            if (meant.size() == 1) {
                terms.put(name, meant.iterator().next());
            }
        });
    }

    private static void note(Map<String, Set<Term>> names, String name, Term term) {
        names.computeIfAbsent(Plain.word(Plain.text(name)), any -> new HashSet<>())
                .add(term);
    }

    private void take(Properties words) {
        Arrays.stream(Kind.values()).filter(Kind::isWord).forEach(kind -> {
            for (String word : words.getProperty(kind.key(), "").split(",", -1)) {
                for (String spelt : List.of(word, UMLAUT.matcher(word).replaceAll(letter -> letter.group() + "e"))) {
                    terms.put(Plain.word(Plain.text(spelt)), new Term(kind, 0));
                }
            }
        });
        terms.remove("");
    }

    /** What a word or a few mean; a month or a weekday from three letters on, if they begin no other. */
    Optional<Term> find(String phrase) {
        String word = Plain.word(phrase);
        Term term = terms.get(word);
        if (term != null || word.length() < SHORTEST_BEGINNING) {
            return Optional.ofNullable(term);
        }
        Set<Term> begun = names.stream()
                .filter(entry -> entry.getKey().startsWith(word))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
        return begun.size() == 1 ? Optional.of(begun.iterator().next()) : Optional.empty();
    }

    /** A weekday by its whole name. */
    Optional<Term> weekday(String name) {
        return Optional.ofNullable(terms.get(name)).filter(term -> term.kind() == Kind.WEEKDAY);
    }

    /** A month or a weekday that differs by one letter, or by two that are swapped. */
    Optional<Token> near(Token unknown) {
        String word = Plain.word(unknown.text());
        Set<Term> near = names.stream()
                .filter(entry -> word.length() > SHORTEST_BEGINNING && oneSlip(word, entry.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
        return near.stream()
                .filter(term -> near.size() == 1)
                .map(term -> new Token(term.kind(), unknown.text(), term.number()))
                .findFirst();
    }

    private static boolean oneSlip(String one, String other) {
        int begin = 0;
        while (begin < Math.min(one.length(), other.length()) && one.charAt(begin) == other.charAt(begin)) {
            begin++;
        }
        String left = one.substring(begin);
        String right = other.substring(begin);
        boolean oneLess = right.length() == left.length() + 1 && right.endsWith(left);
        boolean oneMore = left.length() == right.length() + 1 && left.endsWith(right);
        boolean alike = left.length() == right.length() && !left.isEmpty();
        boolean oneWrong = alike && left.substring(1).equals(right.substring(1));
        boolean swapped = alike
                && left.length() > 1
                && left.charAt(0) == right.charAt(1)
                && left.charAt(1) == right.charAt(0)
                && left.substring(2).equals(right.substring(2));
        return oneLess || oneMore || oneWrong || swapped;
    }

    /** Whether {@code 8:00} leaves open which half of the day is meant. */
    boolean twelveHours() {
        return twelveHours;
    }

    /** Whether {@code 3.4.} can only be the third of April. */
    boolean dottedDates() {
        return dottedDates;
    }

    /** The language. */
    Locale locale() {
        return locale;
    }

    String name(DayOfWeek day) {
        return weekdays[symbol(day)];
    }

    /** With nothing left to doubt, and understood again: {@code Friday, 4 December 2026, 18:00}. */
    String say(LocalDateTime moment) {
        boolean doubtful = twelveHours && (moment.getHour() == 10 || moment.getHour() == 11);
        return said.format(moment) + (doubtful ? " am" : "");
    }

    /** ICU counts from Sunday, 1. */
    private static int symbol(DayOfWeek day) {
        return day.getValue() % 7 + 1;
    }
}

package org.lessonbot.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lessonbot.time.Reading.Past;
import org.lessonbot.time.Reading.Unclear;
import org.lessonbot.time.Reading.Understood;
import org.lessonbot.time.Reading.Why;
import org.lessonbot.time.Token.Kind;

/** Reads a time as somebody typed it. May be used by many threads at once. */
public final class TimeWords {
    /** Whoever writes more says more than a time. */
    private static final int LONGEST = 200;

    private static final int LONGEST_PART = 60;

    private static final int EXAMPLES = 3;

    private final ZoneId given;
    private final Instant now;
    private final Vocabulary vocabulary;

    private TimeWords(ZoneId given, Instant now, Vocabulary vocabulary) {
        this.given = given;
        this.now = now;
        this.vocabulary = vocabulary;
    }

    /**
     * Reads what somebody typed about a time to come.
     *
     * <p>Understood are ISO's dates and times ({@code 2026-12-04 18:00}, {@code 2026-12-04T18:00+01:00}); {@code 18:00} and {@code 6 pm}, which are
     * today's or, if that is over, tomorrow's; a weekday, which is today as long as the time is ahead; today, tonight, tomorrow; "in 10
     * days", "in 2 weeks", "in 3 hours" (to the minute, rounded up); "12 December", "Dec 12", "the 12th"; with a zone at the end ({@code Europe/Berlin}, {@code UTC}, {@code +01:00}). A
     * date without a time is the end of that day, 23:59. A date without a year is the next one; if it was over within the last
     * three months it is that one, and past. Seconds count if they are typed.
     *
     * <p>What may mean several moments is asked back, unless all but one are over already.
     *
     * @param typed as it came from a person; at most 200 characters of it can be a time
     * @param zone where it is meant, unless a zone or an offset was typed with it
     * @param locale the language they type in; English is understood beside it, and another that ships if all of it is in that one. It also says whether {@code 8:00} leaves the half of the
     *     day open, and whether {@code 3.4.2027} leaves the order open
     */
    public static Reading read(String typed, ZoneId zone, Instant now, Locale locale) {
        Reading own = read(typed, zone, now, Vocabulary.of(locale));
        return isForeign(own)
                ? Vocabulary.others(locale)
                        .map(other -> read(typed, zone, now, other))
                        .filter(read -> !isForeign(read))
                        .findFirst()
                        .orElse(own)
                : own;
    }

    /** Texts that are understood, of times to come. */
    public static List<String> examples(ZoneId zone, Instant now, Locale locale) {
        return new TimeWords(zone, now, Vocabulary.of(locale)).anyExamples();
    }

    private static boolean isForeign(Reading read) {
        return read instanceof Unclear unclear && unclear.why() == Why.UNKNOWN_WORDS;
    }

    static Reading read(String typed, ZoneId zone, Instant now, Vocabulary vocabulary) {
        return new TimeWords(zone, now, vocabulary).read(typed);
    }

    private Reading read(String typed) {
        String plain = Plain.text(Plain.shortened(typed, LONGEST));
        List<Token> tokens = Lexer.tokens(plain, vocabulary);
        boolean zoned = tokens.stream().anyMatch(token -> token.is(Kind.ZONE, Kind.ABBREVIATION, Kind.NO_ZONE));
        try {
            if (tokens.isEmpty()) {
                throw new NotClear(plain.isEmpty() ? Why.NOTHING : Why.UNKNOWN_WORDS, plain);
            }
            Sentence.Found found = found(tokens);
            List<LocalMoment> moments = found.moments();
            LocalMoment last = moments.get(moments.size() - 1);
            if (!last.instant().isAfter(now)) {
                return new Past(last);
            }
            return moments.size() == 1
                    ? new Understood(last)
                    : new Unclear(found.why(), asTyped(found.part(), typed), examples(moments, zoned));
        } catch (NotClear asked) {
            String part = Plain.shortened(asTyped(asked.part(), typed), LONGEST_PART);
            return new Unclear(asked.why(), part, examples(asked.meant(), zoned || asked.why() == Why.UNKNOWN_ZONE));
        }
    }

    /** The part with its capitals and accents, word by word where they stand so in what was typed. */
    private static String asTyped(String part, String typed) {
        Map<String, String> words = Stream.of(Lexer.BETWEEN.split(Plain.shortened(typed, LONGEST)))
                .collect(Collectors.toMap(Plain::text, word -> word, (first, again) -> first));
        return Stream.of(part.split(" ", -1))
                .map(word -> words.getOrDefault(word, word))
                .collect(Collectors.joining(" "));
    }

    private Sentence.Found found(List<Token> tokens) throws NotClear {
        for (Token token : tokens) {
            if (token.is(Kind.ABBREVIATION)) {
                throw new NotClear(Why.AMBIGUOUS_ZONE, token.text(), in(Abbreviations.zones(token.text()), tokens));
            }
            if (token.is(Kind.NO_ZONE)) {
                throw new NotClear(Why.UNKNOWN_ZONE, token.text(), in(Zones.like(token.text(), EXAMPLES), tokens));
            }
        }
        String unknown = tokens.stream()
                .filter(token -> token.is(Kind.UNKNOWN))
                .map(Token::text)
                .collect(Collectors.joining(" "));
        List<ZoneId> called = Zones.called(unknown, vocabulary.locale());
        if (called.size() == 1) {
            List<Token> zoned = Stream.concat(
                            tokens.stream().filter(token -> !token.is(Kind.UNKNOWN)),
                            Stream.of(new Token(
                                    Kind.ZONE, Plain.text(called.get(0).getId()), 0)))
                    .toList();
            return inItsZone(zoned);
        }
        if (!unknown.isEmpty()) {
            List<LocalMoment> there = in(Zones.named(unknown, EXAMPLES, vocabulary.locale()), tokens);
            throw there.isEmpty()
                    ? new NotClear(Why.UNKNOWN_WORDS, unknown, in(List.of(given), tokens))
                    : new NotClear(Why.UNKNOWN_ZONE, unknown, there);
        }
        return inItsZone(tokens);
    }

    /** What all that is known of it means in these zones; a weekday or a month may have a slip of the pen. */
    private List<LocalMoment> in(List<ZoneId> zones, List<Token> tokens) {
        List<Token> known = tokens.stream()
                .filter(token -> !token.is(Kind.ZONE, Kind.ABBREVIATION, Kind.NO_ZONE))
                .flatMap(token -> token.is(Kind.UNKNOWN) ? vocabulary.near(token).stream() : Stream.of(token))
                .toList();
        List<LocalMoment> moments = new ArrayList<>();
        for (ZoneId zone : zones) {
            try {
                moments.addAll(Variants.read(known, new Days(zone, now), now.atZone(zone), vocabulary)
                        .moments());
            } catch (NotClear neither) {
                moments.addAll(neither.meant());
            }
        }
        return moments;
    }

    /** With an offset and a region, as ISO writes them, the region counts, and the offset has to be its own. */
    private Sentence.Found inItsZone(List<Token> tokens) throws NotClear {
        List<Token> rest = tokens.stream().filter(token -> !token.is(Kind.ZONE)).toList();
        List<ZoneId> typed = tokens.stream()
                .filter(token -> token.is(Kind.ZONE))
                .flatMap(token -> Lexer.zoneOf(token.text()).stream())
                .distinct()
                .toList();
        List<ZoneId> regions =
                typed.stream().filter(zone -> !(zone instanceof ZoneOffset)).toList();
        ZoneId zone = Stream.of(regions, typed, List.of(given))
                .flatMap(List::stream)
                .findFirst()
                .orElseThrow();
        Sentence.Found found = Variants.read(rest, new Days(zone, now), now.atZone(zone), vocabulary);
        for (ZoneId other : typed) {
            boolean same = found.moments().stream()
                    .allMatch(moment ->
                            new LocalMoment(moment.local(), other).instant().equals(moment.instant()));
            if (!same) {
                throw new NotClear(Why.TOO_MUCH, other.getId());
            }
        }
        return found;
    }

    /** Those that are ahead, or else some of any kind. */
    private List<String> examples(List<LocalMoment> meant, boolean zoned) {
        List<String> examples = meant.stream()
                .filter(moment -> moment.instant().isAfter(now))
                .map(moment -> vocabulary.say(moment.local())
                        + (zoned ? " " + moment.zone().getId() : ""))
                .distinct()
                .limit(EXAMPLES)
                .toList();
        return examples.isEmpty() ? anyExamples() : examples;
    }

    private List<String> anyExamples() {
        LocalMoment soon = LocalMoment.of(now, given).plusDays(5);
        LocalMoment later =
                new LocalMoment(soon.local().toLocalDate().plusDays(5).atTime(18, 0), given);
        return List.of(
                vocabulary.name(soon.local().getDayOfWeek()) + " 18:00",
                vocabulary.say(later.local()),
                later.local().toLocalDate() + " " + later.local().toLocalTime());
    }
}

package org.lessonbot.time;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The zones there are, by the names that people know them by. May be used by many threads at once. */
public final class Zones {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}+]+");
    private static final int SHORTEST_NAME = 4;
    private static final ZoneId UTC = ZoneId.of("UTC");

    /** By their ids in small letters, the ones of earlier days among them. */
    private static final Map<String, ZoneId> BY_ID = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> !id.startsWith("SystemV/") && !Abbreviations.known(id))
            .collect(Collectors.toUnmodifiableMap(Zones::small, ZoneId::of));

    private static final List<Place> PLACES = places();

    /** Names of cities and countries in other languages, read when somebody first types in one. */
    private static final Map<Locale, List<Map.Entry<String, ZoneId>>> NAMES = new ConcurrentHashMap<>();

    private Zones() {}

    /**
     * A zone by its IANA id, in capitals or not; ids of earlier days ({@code Asia/Calcutta}) are kept as they are.
     * Abbreviations are none: {@code EST} and {@code CET} name no place, and what Java takes them for depends on its version.
     */
    public static Optional<ZoneId> of(String typed) {
        return Optional.ofNullable(BY_ID.get(small(typed.strip())));
    }

    /**
     * Zones for somebody who is still typing: by their city, a word of it, a city's earlier name, the country, the beginning of the id, or
     * an abbreviation. Best first; one zone a place, by the name it has today. If nothing is typed, well-known ones from west to east.
     *
     * @param typed at most a few words; capitals, accents, and what stands between words do not matter
     * @param limit how many at most, from 1
     */
    public static List<ZoneId> find(String typed, int limit) {
        String wanted = simple(typed);
        if (wanted.isEmpty()) {
            return Abbreviations.wellKnown().stream().limit(limit).toList();
        }
        Stream<ZoneId> meant = Abbreviations.zones(typed.strip()).stream();
        Stream<ZoneId> named = PLACES.stream()
                .filter(place -> place.rank(wanted) < Place.NOT)
                .sorted(Comparator.comparingInt((Place place) -> place.rank(wanted))
                        .thenComparingInt(Place::renown)
                        .thenComparing(place -> place.zone().getId()))
                .map(Place::zone);
        return Stream.concat(meant, named).distinct().limit(limit).toList();
    }

    /** The same, also by what cities and countries are called in a language: {@code Wien}, {@code Japon}. */
    public static List<ZoneId> find(String typed, int limit, Locale language) {
        return Stream.concat(inLanguage(typed, language), find(typed, limit).stream())
                .distinct()
                .limit(limit)
                .toList();
    }

    private static Stream<ZoneId> inLanguage(String typed, Locale language) {
        String wanted = simple(typed);
        return wanted.length() < SHORTEST_NAME
                ? Stream.empty()
                : NAMES.computeIfAbsent(language, Zones::namesIn).stream()
                        .filter(name -> name.getKey().startsWith(wanted))
                        .map(Map.Entry::getValue)
                        .distinct();
    }

    /** As ICU has them; well-known places first. */
    private static List<Map.Entry<String, ZoneId>> namesIn(Locale language) {
        ULocale locale = ULocale.forLocale(language);
        TimeZoneNames cities = TimeZoneNames.getInstance(locale);
        return PLACES.stream()
                .sorted(Comparator.comparingInt(Place::renown))
                .flatMap(place -> Stream.of(
                                cities.getExemplarLocationName(place.zone().getId()), place.countryIn(locale))
                        .filter(Objects::nonNull)
                        .map(Zones::simple)
                        .filter(name -> !name.isEmpty())
                        .map(name -> Map.entry(name, place.zone())))
                .toList();
    }

    /** Zones of a place that somebody named, in this language or in English, by at least four letters from its beginning. */
    static List<ZoneId> named(String typed, int limit, Locale language) {
        return Stream.concat(inLanguage(typed, language), named(typed, limit).stream())
                .distinct()
                .limit(limit)
                .toList();
    }

    /** Zones of a place that somebody named by at least four letters from its beginning. */
    static List<ZoneId> named(String typed, int limit) {
        String wanted = simple(typed);
        return wanted.length() < SHORTEST_NAME
                ? List.of()
                : PLACES.stream()
                        .filter(place -> place.rank(wanted) <= Place.BEGINS)
                        .map(Place::zone)
                        .limit(limit)
                        .toList();
    }

    /** Zones of a place by its whole name, in this language or in English. */
    static List<ZoneId> called(String name, Locale language) {
        String wanted = simple(name);
        return named(name, Integer.MAX_VALUE, language).stream()
                .filter(zone -> PLACES.stream().anyMatch(place -> place.zone().equals(zone) && place.rank(wanted) == 0)
                        || NAMES.getOrDefault(language, List.of()).contains(Map.entry(wanted, zone)))
                .toList();
    }

    /** Zones whose names begin as this one, which is misspelt, for as long as any do. */
    public static List<ZoneId> like(String misspelt, int limit) {
        return Stream.iterate(misspelt, text -> !text.isEmpty(), text -> text.substring(0, text.length() - 1))
                .map(text -> named(text, limit))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<Place> places() {
        Map<String, Set<String>> names = new HashMap<>();
        for (String id : TimeZone.getAvailableIDs(SystemTimeZoneType.ANY, null, null)) {
            names.computeIfAbsent(TimeZone.getCanonicalID(id), canonical -> new LinkedHashSet<>())
                    .add(id);
        }
        Set<String> known = ZoneId.getAvailableZoneIds();
        List<Place> places = new ArrayList<>();
        places.add(new Place(UTC, "utc", List.of("utc", "gmt", "universal", "greenwich"), "", List.of()));
        for (String canonical : TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, null, null)) {
            String today = TimeZone.getIanaID(canonical);
            String id = known.contains(today) ? today : canonical;
            if (known.contains(id)) {
                places.add(place(id, names.getOrDefault(canonical, Set.of()), TimeZone.getRegion(canonical)));
            }
        }
        return List.copyOf(places);
    }

    private static Place place(String id, Set<String> aliases, String region) {
        List<String> others = Stream.concat(Stream.of(id), aliases.stream().filter(alias -> alias.contains("/")))
                .flatMap(alias -> Stream.of(simple(city(alias)), simple(alias)))
                .distinct()
                .toList();
        ULocale country = new ULocale("und", region);
        List<String> codes = region.equals("GB")
                ? List.of("gb", "gbr", "uk")
                : List.of(small(region), small(country.getISO3Country()));
        String name = simple(country.getDisplayCountry(ULocale.ENGLISH));
        return new Place(ZoneId.of(id), simple(city(id)), others, name, codes);
    }

    private static String city(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    private static String small(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    /** Plain words, one space between them. */
    private static String simple(String text) {
        return BETWEEN.matcher(Plain.text(text)).replaceAll(" ").strip();
    }

    /**
     * @param names the city, its earlier names, and the ids
     * @param codes of the country, in two and in three letters
     */
    private record Place(ZoneId zone, String city, List<String> names, String country, List<String> codes) {
        static final int BEGINS = 3;
        static final int NOT = 7;

        private static final List<Function<Place, Predicate<String>>> RANKS = List.of(
                place -> wanted -> place.names.contains(wanted) || place.country.equals(wanted),
                place -> wanted -> place.city.startsWith(wanted),
                place -> place.codes::contains,
                place -> wanted -> place.names.stream().anyMatch(name -> name.startsWith(wanted)),
                place -> wanted -> (" " + place.city).contains(" " + wanted),
                place -> wanted -> (" " + place.country).contains(" " + wanted),
                place -> wanted -> place.names.stream().anyMatch(name -> name.contains(wanted)));

        /** How well it fits: 0 best, {@link #NOT} not at all. */
        int rank(String wanted) {
            int rank = 0;
            while (rank < RANKS.size() && !RANKS.get(rank).apply(this).test(wanted)) {
                rank++;
            }
            return rank;
        }

        String countryIn(ULocale language) {
            return codes.isEmpty() ? "" : new ULocale("und", codes.get(0)).getDisplayCountry(language);
        }

        int renown() {
            int place = Abbreviations.wellKnown().indexOf(zone);
            return place < 0 ? Integer.MAX_VALUE : place;
        }
    }
}

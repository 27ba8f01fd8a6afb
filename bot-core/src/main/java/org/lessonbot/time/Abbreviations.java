package org.lessonbot.time;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Abbreviations that people write for a zone, and places that may be meant. None of them is ever taken for a zone: CST is in Chicago,
 * Shanghai and Havana, and EST is written in summer too, by people whose clocks show EDT then. From IANA's tables of the zones.
 */
final class Abbreviations {
    /** From west to east; of each, the place with most people first. */
    private static final Map<String, List<ZoneId>> ZONES = read("""
            HST  Pacific/Honolulu
            AKST America/Anchorage
            PST  America/Los_Angeles America/Vancouver Asia/Manila
            PT   America/Los_Angeles America/Vancouver
            MST  America/Denver America/Phoenix America/Edmonton
            MT   America/Denver America/Phoenix America/Edmonton
            CST  America/Chicago America/Mexico_City Asia/Shanghai
            CT   America/Chicago America/Winnipeg
            EST  America/New_York America/Toronto America/Panama
            ET   America/New_York America/Toronto
            AST  America/Halifax America/Puerto_Rico
            BRT  America/Sao_Paulo
            ART  America/Argentina/Buenos_Aires
            NST  America/St_Johns
            BST  Europe/London Asia/Dhaka
            WET  Europe/Lisbon
            WAT  Africa/Lagos
            CET  Europe/Berlin Europe/Paris Europe/Madrid
            MET  Europe/Berlin Europe/Paris
            MEZ  Europe/Berlin Europe/Vienna Europe/Zurich
            CAT  Africa/Maputo
            SAST Africa/Johannesburg
            EET  Europe/Kyiv Africa/Cairo Europe/Bucharest
            EAT  Africa/Nairobi
            MSK  Europe/Moscow
            TRT  Europe/Istanbul
            GST  Asia/Dubai
            PKT  Asia/Karachi
            IST  Asia/Kolkata Europe/Dublin Asia/Jerusalem
            NPT  Asia/Kathmandu
            BDT  Asia/Dhaka
            ICT  Asia/Bangkok Asia/Ho_Chi_Minh
            WIB  Asia/Jakarta
            SGT  Asia/Singapore
            HKT  Asia/Hong_Kong
            PHT  Asia/Manila
            AWST Australia/Perth
            JST  Asia/Tokyo
            KST  Asia/Seoul
            ACST Australia/Adelaide Australia/Darwin
            AEST Australia/Sydney Australia/Brisbane
            NZST Pacific/Auckland
            HDT  Pacific/Honolulu
            AKDT America/Anchorage
            PDT  America/Los_Angeles America/Vancouver
            MDT  America/Denver America/Edmonton
            CDT  America/Chicago America/Winnipeg America/Havana
            EDT  America/New_York America/Toronto
            ADT  America/Halifax
            NDT  America/St_Johns
            WEST Europe/Lisbon
            CEST Europe/Berlin Europe/Paris Europe/Madrid
            MEST Europe/Berlin Europe/Paris
            MESZ Europe/Berlin Europe/Vienna Europe/Zurich
            EEST Europe/Kyiv Africa/Cairo Europe/Bucharest
            IDT  Asia/Jerusalem
            ACDT Australia/Adelaide
            AEDT Australia/Sydney
            NZDT Pacific/Auckland
            EST5EDT America/New_York
            CST6CDT America/Chicago
            MST7MDT America/Denver
            PST8PDT America/Los_Angeles
            """);

    private static final List<ZoneId> WELL_KNOWN =
            ZONES.values().stream().flatMap(List::stream).distinct().toList();

    private Abbreviations() {}

    static boolean known(String word) {
        return !zones(word).isEmpty();
    }

    /** What it may mean; nothing if it is no abbreviation. */
    static List<ZoneId> zones(String word) {
        return ZONES.getOrDefault(word.toUpperCase(Locale.ROOT), List.of());
    }

    /** Where most people live, from west to east as far as an abbreviation is in one place. */
    static List<ZoneId> wellKnown() {
        return WELL_KNOWN;
    }

    /** A zone that this version of Java knows by its earlier name only (Kiev), or not at all, is left out. */
    private static Map<String, List<ZoneId>> read(String table) {
        Set<String> ids = ZoneId.getAvailableZoneIds();
        Map<String, List<ZoneId>> zones = new LinkedHashMap<>();
        table.lines()
                .map(line -> line.split(" +"))
                .forEach(row -> zones.put(
                        row[0],
                        Stream.of(row)
                                .skip(1)
                                .filter(ids::contains)
                                .map(ZoneId::of)
                                .toList()));
        return zones;
    }
}

package org.lessonbot.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every change of clocks in 2026 and 2027 that this version of Java knows of. */
final class Changes {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2028-01-01T00:00:00Z");

    static final List<Change> ALL = ZoneId.getAvailableZoneIds().stream()
            .sorted()
            .map(ZoneId::of)
            .flatMap(Changes::of)
            .toList();

    private Changes() {}

    record Change(ZoneId zone, ZoneOffsetTransition leap) {}

    /** One zone for all that have the same rules. */
    static List<Change> ofDifferentRules() {
        Set<Object> seen = new HashSet<>();
        Set<ZoneId> zones = new HashSet<>();
        ALL.stream().map(Change::zone).filter(zone -> seen.add(zone.getRules())).forEach(zones::add);
        return ALL.stream().filter(change -> zones.contains(change.zone())).toList();
    }

    private static Stream<Change> of(ZoneId zone) {
        return Stream.iterate(
                        zone.getRules().nextTransition(BEGIN),
                        leap -> leap != null && leap.getInstant().isBefore(END),
                        leap -> zone.getRules().nextTransition(leap.getInstant()))
                .map(leap -> new Change(zone, leap));
    }
}

#!/usr/bin/env bash
# Library: org.mnode.ical4j:ical4j 4.4.0 (reads and writes iCalendar files), Java 17 or newer.
#
# Guessed: `VEvent.calculateRecurrenceSet` leaves out the lessons that a calendar cancelled. An EXDATE names a moment, and RFC 5545 lets it say
# it in UTC whatever the zone of DTSTART is; 08:00 UTC and 09:00 in Berlin are the same lesson in January.
# Seen: the two are compared with their zones. Only an EXDATE written in the zone of DTSTART cancels anything; in UTC or another zone it is
# read, is no error, and the cancelled lesson takes place. So it is where DTSTART is in UTC and the EXDATE in a zone.
#
# Prints the lessons of four days, the second of them cancelled, for each way to write it; ends with 1 if that is no longer so.
set -euo pipefail

project=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
    <modelVersion>4.0.0</modelVersion>
    <groupId>finding</groupId>
    <artifactId>finding</artifactId>
    <version>1</version>
    <dependencies>
        <dependency>
            <groupId>org.mnode.ical4j</groupId>
            <artifactId>ical4j</artifactId>
            <version>4.4.0</version>
        </dependency>
        <dependency>
            <groupId>org.slf4j</groupId>
            <artifactId>slf4j-nop</artifactId>
            <version>2.0.20</version>
        </dependency>
    </dependencies>
</project>
POM
"$project/mvnw" -q -f pom.xml org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath

cat > Finding.java <<'JAVA'
import java.io.StringReader;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.component.VEvent;

class Finding {
    static final String BERLIN = "DTSTART;TZID=Europe/Berlin:20260105T090000";
    static final String UTC = "DTSTART:20260105T080000Z";
    static final String LONDON_TOO = "EXDATE;TZID=Europe/London:20260106T080000";

    public static void main(String[] arguments) throws Exception {
        List<String> seen = List.of(
                lessons(BERLIN, "EXDATE;TZID=Europe/Berlin:20260106T090000"),
                lessons(BERLIN, "EXDATE:20260106T080000Z"),
                lessons(BERLIN, LONDON_TOO),
                lessons(UTC, "EXDATE:20260106T080000Z"),
                lessons(UTC, "EXDATE;TZID=Europe/Berlin:20260106T090000"));
        seen.forEach(System.out::println);
        boolean same = seen.equals(List.of(
                BERLIN + ", EXDATE;TZID=Europe/Berlin:20260106T090000 -> days [5, 7, 8]",
                BERLIN + ", EXDATE:20260106T080000Z -> days [5, 6, 7, 8]",
                BERLIN + ", " + LONDON_TOO + " -> days [5, 6, 7, 8]",
                UTC + ", EXDATE:20260106T080000Z -> days [5, 7, 8]",
                UTC + ", EXDATE;TZID=Europe/Berlin:20260106T090000 -> days [5, 6, 7, 8]"));
        System.out.println(same ? "as seen before" : "this has changed");
        System.exit(same ? 0 : 1);
    }

    static String lessons(String start, String cancelled) throws Exception {
        String file = String.join(
                "\r\n",
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//finding//EN",
                zone("Europe/Berlin", "+0100", "+0200", "03", "02"),
                zone("Europe/London", "+0000", "+0100", "02", "01"),
                "BEGIN:VEVENT",
                "UID:lesson",
                "DTSTAMP:20260101T000000Z",
                start,
                "DURATION:PT75M",
                "RRULE:FREQ=DAILY;COUNT=4",
                cancelled,
                "END:VEVENT",
                "END:VCALENDAR",
                "");
        VEvent event = (VEvent) new CalendarBuilder()
                .build(new StringReader(file))
                .getComponent("VEVENT")
                .orElseThrow();
        ZonedDateTime january = ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
        List<Integer> days = event.<Temporal>calculateRecurrenceSet(new Period<>(january, Duration.ofDays(30))).stream()
                .map(lesson -> OffsetDateTime.from(lesson.getStart()).getDayOfMonth())
                .sorted()
                .toList();
        return start + ", " + cancelled + " -> days " + days;
    }

    /** As it is in both since 1996. */
    static String zone(String name, String winter, String summer, String summerEnds, String winterEnds) {
        return String.join(
                "\r\n",
                "BEGIN:VTIMEZONE",
                "TZID:" + name,
                "BEGIN:STANDARD",
                "DTSTART:19961027T" + summerEnds + "0000",
                "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
                "TZOFFSETFROM:" + summer,
                "TZOFFSETTO:" + winter,
                "END:STANDARD",
                "BEGIN:DAYLIGHT",
                "DTSTART:19960331T" + winterEnds + "0000",
                "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
                "TZOFFSETFROM:" + winter,
                "TZOFFSETTO:" + summer,
                "END:DAYLIGHT",
                "END:VTIMEZONE");
    }
}
JAVA
java -Dnet.fortuna.ical4j.timezone.update.enabled=false -cp "$(cat classpath)" Finding.java

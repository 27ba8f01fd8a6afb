package org.lessonbot.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Reads a time as somebody typed it. May be used by many threads at once. */
public final class TimeWords {
    private TimeWords() {}

    /**
     * Reads what somebody typed about a time to come.
     *
     * @param zone where it is meant, unless a zone or an offset was typed with it
     * @param locale the language they type in; English is understood beside it
     */
    public static Reading read(String typed, ZoneId zone, Instant now, Locale locale) {
        try {
            LocalDateTime local = LocalDateTime.parse(typed.strip().replaceFirst(",? +", "T"));
            LocalMoment moment = new LocalMoment(local, zone);
            return moment.instant().isAfter(now) ? new Reading.Understood(moment) : new Reading.Past(moment);
        } catch (DateTimeException otherwise) {
            LocalMoment example = LocalMoment.of(now, zone).plusDays(7);
            return new Reading.Unclear(
                    Reading.Why.UNKNOWN_WORDS,
                    typed.strip(),
                    List.of(example.local().toLocalDate() + " 18:00"));
        }
    }
}

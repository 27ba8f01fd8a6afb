package org.lessonbot.time;

import java.util.Locale;

/**
 * A word or a few of what somebody typed.
 *
 * @param text as typed, but plain
 * @param number a month, a weekday (from Monday, 1) or a number as such; otherwise 0
 */
record Token(Kind kind, String text, int number) {

    /** What it is. From {@link #YESTERDAY} on they stand in the phrasebooks, as {@code time.word.today} and so on. */
    enum Kind {
        /** Year, month, day. */
        DATE,
        /** Two or three numbers between {@code / . -}, the year last or left out. */
        NUMERIC_DATE,
        /** {@code 18.30} or {@code 12.10}: a time of day, or a day and a month. */
        DOTTED,
        CLOCK,
        NUMBER,
        /** A day of the month: {@code 12.}, {@code 12th}. */
        ORDINAL,
        ZONE,
        ABBREVIATION,
        /** Written like a zone or an offset, and none. */
        NO_ZONE,
        MONTH,
        WEEKDAY,
        UNKNOWN,
        YESTERDAY,
        TODAY,
        TONIGHT,
        TOMORROW,
        DAY_AFTER_TOMORROW,
        NEXT,
        THIS,
        /** "The end of": a month, a week. */
        END,
        IN,
        AT,
        UNTIL,
        AND,
        FILLER,
        MINUTES,
        HOURS,
        DAYS,
        WEEKS,
        MONTHS,
        ONE,
        AM,
        PM,
        NIGHT,
        NOON,
        MIDNIGHT,
        O_CLOCK,
        /** What makes a number the day of a month: {@code th}. */
        ORDINAL_ENDING;

        boolean isWord() {
            return compareTo(YESTERDAY) >= 0;
        }

        String key() {
            return "time.word." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    boolean is(Kind... kinds) {
        for (Kind one : kinds) {
            if (kind == one) {
                return true;
            }
        }
        return false;
    }
}

package org.lessonbot.time;

import java.util.List;
import java.util.Locale;

/** What was made of a time that somebody typed. Nothing is ever guessed, so there are three cases. */
public sealed interface Reading {
    <T> T accept(Visitor<T> visitor);

    /** Takes each case for itself. */
    interface Visitor<T> {
        /** It means one moment, which is still ahead. */
        T understood(LocalMoment moment);

        T unclear(Unclear unclear);

        /** It means one moment, which is over already, or is just now. */
        T past(LocalMoment moment);
    }

    /** A moment that is still ahead. */
    record Understood(LocalMoment moment) implements Reading {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.understood(moment);
        }
    }

    /**
     * To be asked back.
     *
     * @param part what of the typed text is not clear: the text of a person, perhaps empty
     * @param examples one to three texts to offer instead, each of which is understood as it stands; if several things may have been
     *     meant, these are they
     */
    record Unclear(Why why, String part, List<String> examples) implements Reading {
        public Unclear {
            examples = List.copyOf(examples);
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.unclear(this);
        }
    }

    /** A moment that is over. */
    record Past(LocalMoment moment) implements Reading {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.past(moment);
        }
    }

    /** Why somebody is asked back. */
    enum Why {
        /** Nothing was typed. */
        NOTHING,
        /** A word or sign that nobody here knows, or not in that place. */
        UNKNOWN_WORDS,
        /** Looks like a zone, but there is none of that name. */
        UNKNOWN_ZONE,
        /** An abbreviation such as {@code CST}, which means several zones, or half a year another offset. */
        AMBIGUOUS_ZONE,
        /** {@code 3/4}: the third of April or the fourth of March. */
        AMBIGUOUS_ORDER,
        /** "next Friday", where some mean this week's and some the week after. */
        AMBIGUOUS_WEEKDAY,
        /** "Friday 18": an hour or a day of the month. */
        AMBIGUOUS_NUMBER,
        /** "Friday midnight": as the day begins or as it ends. */
        AMBIGUOUS_MIDNIGHT,
        /** {@code 8}: in the morning or in the evening. */
        NO_HALF_OF_DAY,
        /** "tomorrow evening": when? */
        NO_HOUR,
        /** "next week", "December": which day? */
        NO_DAY,
        /** A daily window without its beginning or its end. */
        NO_END,
        /** 30 February. */
        NO_SUCH_DATE,
        /** 25:00, 15 am. */
        NO_SUCH_TIME,
        /** "Friday 12 December", where the twelfth is a Saturday. */
        WRONG_WEEKDAY,
        /** Two dates or two times. */
        TOO_MUCH,
        /** A daily window that begins and ends at the same time: the whole day, or none of it. */
        WHOLE_DAY;

        /** What the sentence that asks back is called in a phrasebook; its argument is the part that is not clear. */
        public String key() {
            return "time.unclear." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}

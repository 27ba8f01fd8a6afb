package org.lessonbot.engine;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Words;
import org.lessonbot.time.LocalMoment;
import org.lessonbot.time.Reading;
import org.lessonbot.time.TimeWords;
import org.lessonbot.time.Zones;

/** What somebody means by a time that they type, or what to ask them back. */
record When(Words words, Locale language, Clock clock) {
    private static final DateTimeFormatter SAID = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm", Locale.ROOT);

    /** One of two things. */
    record Read(Optional<LocalMoment> moment, String refusal) {
        <T> T map(Function<LocalMoment, T> understood, Function<String, T> refused) {
            return moment.map(understood).orElseGet(() -> refused.apply(refusal));
        }

        private static Read refused(String why) {
            return new Read(Optional.empty(), why);
        }
    }

    /**
     * Reads a time to come.
     *
     * @param zone as somebody typed it; if they typed none it is theirs, else the bot's
     */
    Read read(String typed, String zone, Person person, ZoneId otherwise) {
        ZoneId where = person.zone().orElse(otherwise);
        if (!zone.isBlank()) {
            Optional<ZoneId> named = Zones.of(zone);
            if (named.isEmpty()) {
                List<String> near =
                        Zones.find(zone, 3).stream().map(ZoneId::getId).toList();
                return Read.refused(words.say("time.no-zone", zone, near.size(), String.join(", ", near)));
            }
            where = named.get();
        }
        ZoneId meant = where;
        return TimeWords.read(typed, where, clock.instant(), language).accept(new Reading.Visitor<>() {
            @Override
            public Read understood(LocalMoment moment) {
                return new Read(Optional.of(moment), "");
            }

            @Override
            public Read unclear(Reading.Unclear unclear) {
                return Read.refused(words.say(unclear.why().key(), unclear.part()) + "\n\n"
                        + words.say("time.examples", String.join(" · ", unclear.examples())) + "\n\n"
                        + words.say("club.times-in", meant.getId()));
            }

            @Override
            public Read past(LocalMoment moment) {
                return Read.refused(words.say("club.past", said(moment)));
            }
        });
    }

    /** A moment as the clocks show it where it is meant, so that it can be checked by eye. */
    String said(LocalMoment moment) {
        return words.say(
                "time.said",
                SAID.withLocale(language).format(moment.local()),
                moment.zone().getId());
    }
}

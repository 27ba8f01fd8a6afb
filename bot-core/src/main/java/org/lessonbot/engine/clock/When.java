package org.lessonbot.engine.clock;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.Setting;
import org.lessonbot.time.LocalMoment;
import org.lessonbot.time.Reading;
import org.lessonbot.time.TimeWords;
import org.lessonbot.time.Window;
import org.lessonbot.time.Zones;

/** What somebody means by a time that they type, or what to ask them back. */
public record When(Words words, Locale language, Clock clock) {
    public static final String UNTIL = "until";
    public static final String ZONE = "zone";
    private static final int ZONE_LONGEST = 60;
    private static final int USUAL_DAYS = 10;
    private static final int USUAL_HOUR = 18;

    /** By the clock of the bot, in the language of these words: that of the lesson where there is one. */
    public static When of(Setting setting, Words words) {
        return new When(words, Locale.forLanguageTag(words.say("language.tag")), setting.clock());
    }

    /** One of two things. */
    public record Read<T>(Optional<T> meant, String refusal) {
        public <R> R map(Function<T, R> understood, Function<String, R> refused) {
            return meant.map(understood).orElseGet(() -> refused.apply(refusal));
        }

        public static <T> Read<T> of(T meant) {
            return new Read<>(Optional.of(meant), "");
        }

        public static <T> Read<T> refused(String why) {
            return new Read<>(Optional.empty(), why);
        }
    }

    /**
     * Reads a time to come.
     *
     * @param zone as somebody typed it; if they typed none it is theirs, else the bot's
     */
    public Read<LocalMoment> read(String typed, String zone, Person person, ZoneId otherwise) {
        Read<ZoneId> where = zone.isBlank() ? Read.of(person.zone().orElse(otherwise)) : zone(zone);
        return where.map(known -> in(typed, known), Read::refused);
    }

    /** Reads a zone, or the name of a place that stands for one alone. */
    public Read<ZoneId> zone(String typed) {
        List<ZoneId> near = Zones.find(typed, 3, language);
        return Zones.of(typed)
                .or(() -> near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty())
                .map(Read::of)
                .orElseGet(() -> Read.refused(noZone(typed, near.isEmpty() ? Zones.like(typed, 3) : near)));
    }

    private String noZone(String typed, List<ZoneId> near) {
        String ids = near.stream().map(ZoneId::getId).collect(Collectors.joining(", "));
        return words.say("time.no-zone", typed, near.size(), ids);
    }

    /** Reads hours of every day. */
    public Read<Window> window(String typed) {
        return Window.read(typed, language, Read::of, unclear -> Read.refused(asked(unclear)));
    }

    /** Reads a time to come, where it says itself in which zone or by this one's clocks. */
    public Read<LocalMoment> in(String typed, ZoneId zone) {
        return TimeWords.read(typed, zone, clock.instant(), language).accept(new Reading.Visitor<>() {
            @Override
            public Read<LocalMoment> understood(LocalMoment moment) {
                return Read.of(moment);
            }

            @Override
            public Read<LocalMoment> unclear(Reading.Unclear unclear) {
                return Read.refused(asked(unclear) + "\n\n" + words.say("club.times-in", zone.getId()));
            }

            @Override
            public Read<LocalMoment> past(LocalMoment moment) {
                List<String> ahead = TimeWords.examples(zone, clock.instant(), language);
                return Read.refused(words.say("club.past", said(moment)) + "\n\n" + examples(ahead));
            }
        });
    }

    private String asked(Reading.Unclear unclear) {
        return words.say(unclear.why().key(), unclear.part()) + "\n\n" + examples(unclear.examples());
    }

    private String examples(List<String> texts) {
        return words.say("time.examples", String.join(" · ", texts));
    }

    /**
     * What is said of a moment that cannot be read: at its field where a form asked for it, else with what was typed.
     *
     * @param again opens the form
     * @param zone as it was typed
     */
    public Reply refuse(Interaction.Act act, Action again, String zone, String why) {
        if (!(act instanceof Interaction.Submit)) {
            return Reply.refused(why, act, words);
        }
        boolean nowhere = !zone.isBlank() && zone(zone).meant().isEmpty();
        Message otherwise =
                Message.of(new Block.Text(why), Block.Buttons.of(Button.primary(again, words.say("edit.again"))));
        return Reply.giveBack(new Reply.FixForm(Map.of(nowhere ? ZONE : UNTIL, why), otherwise), act, words);
    }

    /**
     * The fields for a time to come and its zone, filled in with the usual time.
     *
     * @param zone as somebody typed it, and so it stands there where it is none; if they typed none it is theirs, else the bot's
     */
    public List<Form.Field> fields(String zone, Person person, ZoneId otherwise) {
        Optional<ZoneId> typed = zone.isBlank() ? Optional.empty() : zone(zone).meant();
        ZoneId where = typed.or(person::zone).orElse(otherwise);
        boolean asTyped = !zone.isBlank() && typed.isEmpty();
        return List.of(untilField(usual(where)), asTyped ? zoneField(zone) : zoneField(where));
    }

    /** The field of a form in which the zone stands, filled in with this one. */
    public Form.Field zoneField(ZoneId zone) {
        return zoneField(zone.getId());
    }

    /** @param value what stands there already; may be empty */
    public Form.Field zoneField(String value) {
        return Form.Field.line(
                ZONE, words.say("club.form.zone"), words.say("club.form.zone-hint"), value, true, ZONE_LONGEST);
    }

    /** The end that most clubs can live with, for whoever has no other in mind: as the field takes it. */
    public String usual(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone)
                .plusDays(USUAL_DAYS)
                .atTime(USUAL_HOUR, 0)
                .toString();
    }

    /** The field of a form in which the moment stands. */
    public Form.Field untilField(String value) {
        return Form.Field.moment(UNTIL, words.say("club.form.until"), words.say("club.form.until-hint"), value, true);
    }

    /** A moment as the clocks show it where it is meant, so that it can be checked by eye. */
    public String said(LocalMoment moment) {
        return words.say(
                "time.said",
                DateTimeFormatter.ofPattern(words.say("time.pattern"), language).format(moment.local()),
                moment.zone().getId());
    }
}

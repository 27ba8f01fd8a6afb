package org.lessonbot.engine.people;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.Platform;
import org.lessonbot.engine.Setting;
import org.lessonbot.engine.clock.Schedule;
import org.lessonbot.engine.clock.When;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Wishes;
import org.lessonbot.store.Reminding;
import org.lessonbot.time.LocalMoment;
import org.lessonbot.time.Window;

/** How people wish to be reminded of their clubs: what they say of it, and what is shown to them. */
public final class OwnSettings {
    /** What stands on the button of somebody who is back. */
    public static final String BACK = "back";

    /** What stands on the buttons of the question whose clock somebody goes by, and on its form. */
    static final String ZONE = "zone";

    static final String NO_ZONE = "no-zone";

    /** How a date without a time is read. */
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

    private final Reminding reminding;
    private final Schedule schedule;
    private final Setting setting;
    private final Map<String, Platform> platforms;

    public OwnSettings(Reminding reminding, Schedule schedule, Setting setting, Map<String, Platform> platforms) {
        this.reminding = reminding;
        this.schedule = schedule;
        this.setting = setting;
        this.platforms = platforms;
    }

    /**
     * Notes that somebody goes on in a club, and tells them with the answer if they could not be reminded. Whose clock they go by is
     * asked once, where nobody knows.
     */
    Reply came(Standing standing, Person person, Reply reply) {
        long lesson = standing.lesson().id();
        if (!standing.isClub() || standing.lesson().endedAt().isPresent()) {
            return reply;
        }
        boolean unknown = reminding.seen(
                lesson, person.id(), person.zone(), setting.clock().instant());
        if (!(reply instanceof Reply.Whisper whisper)) {
            return reply;
        }
        Message said = whisper.message();
        if (reminding.tellRefused(lesson, person.id())) {
            // Now that they know, they may be reminded again.
            schedule.follow(lesson);
            said = Message.text(standing.words().say("remind.refused")).then(said);
        }
        if (unknown && asksWhoseClock(standing) && standing.studies(person.id())) {
            reminding.zoneAsked(lesson, person.id());
            said = said.then(whoseClock(standing));
        }
        return Reply.whisper(said);
    }

    private boolean asksWhoseClock(Standing standing) {
        Platform platform = platforms.get(standing.lesson().room().platform());
        return platform == null || !platform.saysWhoseClock();
    }

    private static Message whoseClock(Standing standing) {
        Words words = standing.words();
        long lesson = standing.lesson().id();
        return Message.of(
                new Block.Text(words.say("zone.ask")),
                Block.Buttons.of(
                        Button.plain(Action.of(lesson, Verb.ME, ZONE), words.say("zone.say")),
                        Button.plain(Action.of(lesson, Verb.ME, NO_ZONE), words.say("zone.later"))));
    }

    /** Whether this stands on a button of the question whose clock somebody goes by, or on its form. */
    static boolean isAboutZone(String argument) {
        return argument.equals(ZONE) || argument.equals(NO_ZONE);
    }

    /** Asks in a form whose clock somebody goes by, or takes what they said; a whisper if that is settled for now. */
    Reply zone(Standing standing, Interaction interaction, String argument) {
        Words words = standing.words();
        When when = When.of(setting, words);
        Action again = Action.of(standing.lesson().id(), Verb.ME, ZONE);
        if (interaction.act() instanceof Interaction.Submit form) {
            String typed = form.value(When.ZONE);
            return when.zone(typed)
                    .map(
                            zone -> change(standing, interaction, Map.of("zone", zone.getId())),
                            why -> when.refuse(form, again, typed, why));
        }
        return argument.equals(NO_ZONE)
                ? Reply.whisper(words.say("zone.later.said", setting.zone().getId()))
                : new Reply.OpenForm(new Form(
                        again,
                        words.say("zone.say"),
                        words.say("zone.about"),
                        List.of(when.zoneField("")),
                        words.say("zone.send")));
    }

    /** Takes all of what somebody said, or nothing of it. */
    Reply change(Standing standing, Interaction interaction, Map<String, String> options) {
        Words words = standing.words();
        Lesson lesson = standing.lesson();
        Person person = interaction.person();
        if (standing.roster().participant(person.id()).isEmpty()) {
            return Reply.refused(words.say("remind.not-here"), interaction.act(), words);
        }
        Instant now = setting.clock().instant();
        Wishes before = reminding.wishes(lesson.id(), person.id());
        Reading reading = new Reading(
                When.of(setting, words),
                words,
                new Wishes(
                        before.typedZone(),
                        person.zone().or(before::knownZone),
                        before.quiet(),
                        before.chosenWay(),
                        before.away(),
                        before.snooze()));
        // The zone first: the times are by its clock.
        for (String option : List.of("zone", "quiet", "remind", "away", "snooze")) {
            String typed = options.getOrDefault(option, "");
            if (!typed.isBlank()) {
                reading.read(option, typed);
            }
        }
        if (reading.refusal.isPresent()) {
            return Reply.refused(reading.refusal.get(), interaction.act(), words);
        }
        reminding.keep(lesson.id(), person.id(), reading.wishes, now);
        schedule.follow(lesson.id());
        return Reply.whisper(new Message(blocks(lesson, words, reading.wishes)));
    }

    /** Somebody is back before they meant to be. */
    Reply back(Standing standing, String person) {
        Lesson lesson = standing.lesson();
        Wishes wishes = reminding.wishes(lesson.id(), person).back();
        reminding.keep(lesson.id(), person, wishes, setting.clock().instant());
        schedule.follow(lesson.id());
        return Reply.whisper(new Message(blocks(lesson, standing.words(), wishes)));
    }

    /** What is kept of how somebody wishes to be reminded; nothing in a class to whoever never said anything. */
    List<Block> blocks(Standing standing, String person) {
        Wishes wishes = reminding.wishes(standing.lesson().id(), person);
        List<Block> blocks = new ArrayList<>();
        standing.moreTime(person)
                .map(until -> When.of(setting, standing.words()).said(until))
                .ifPresent(until -> blocks.add(new Block.Text(standing.words().say("more-time.kept", until))));
        if (standing.isClub() || !wishes.equals(Wishes.NONE)) {
            blocks.addAll(blocks(standing.lesson(), standing.words(), wishes));
        }
        return blocks;
    }

    private List<Block> blocks(Lesson lesson, Words words, Wishes wishes) {
        String source =
                wishes.typedZone().isPresent() ? "typed" : wishes.knownZone().isPresent() ? "known" : "none";
        Window quiet = wishes.waking().complement();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(words.say(
                "remind.way",
                wishes.way().word(),
                quiet.from().toString(),
                quiet.to().toString())));
        blocks.add(new Block.Text(
                words.say("remind.zone", wishes.zone().orElse(setting.zone()).getId(), source)));
        if (wishes.rests(setting.clock().instant())) {
            String until = When.of(setting, words).said(wishes.rest().orElseThrow());
            blocks.add(new Block.Text(words.say("remind.rest", until)));
            blocks.add(Block.Buttons.of(Button.plain(Action.of(lesson.id(), Verb.ME, BACK), words.say("remind.back"))));
        }
        blocks.add(new Block.Footnote(words.say("remind.change")));
        return blocks;
    }

    /** Somebody's wishes while what they typed is read. */
    private final class Reading {
        private final When when;
        private final Words words;
        private Wishes wishes;
        private Optional<String> refusal = Optional.empty();

        Reading(When when, Words words, Wishes wishes) {
            this.when = when;
            this.words = words;
            this.wishes = wishes;
        }

        void read(String option, String typed) {
            switch (option) {
                case "zone" -> take(when.zone(typed), wishes::withZone);
                case "quiet" -> take(when.window(typed), wishes::withQuiet);
                case "remind" -> wishes = wishes.withWay(Wishes.Way.valueOf(typed.toUpperCase(Locale.ROOT)));
                case "away" -> take(when.in(typed, zone()), wishes::withAway);
                case "snooze" -> take(when.in(typed, zone()), until -> wishes.withSnooze(begins(until, typed)));
                default -> throw new IllegalArgumentException(option);
            }
        }

        private ZoneId zone() {
            return wishes.zone().orElse(setting.zone());
        }

        private <T> void take(When.Read<T> read, Function<T, Wishes> change) {
            read.meant()
                    .ifPresentOrElse(
                            meant -> wishes = change.apply(meant),
                            () -> refusal = refusal.or(() -> Optional.of(read.refusal())));
        }

        /** Whoever snoozes until Thursday wants to hear of it on Thursday. */
        private LocalMoment begins(LocalMoment until, String typed) {
            LocalMoment morning = new LocalMoment(until.local().toLocalDate().atStartOfDay(), until.zone());
            boolean dateAlone = until.local().toLocalTime().equals(END_OF_DAY) && !typed.contains("59");
            return dateAlone && morning.instant().isAfter(setting.clock().instant()) ? morning : until;
        }
    }
}

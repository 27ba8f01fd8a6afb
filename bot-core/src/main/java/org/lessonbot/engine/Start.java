package org.lessonbot.engine;

import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.lesson.Deadline;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Participant;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.Stretch;
import org.lessonbot.store.Arrival;
import org.lessonbot.store.Lessons;
import org.lessonbot.time.LocalMoment;

/** Starts a lesson in a room. */
final class Start {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Lessons lessons;
    private final Editions editions;
    private final Moves moves;
    private final Publisher publisher;
    private final Schedule schedule;
    private final LessonEngine.Setting setting;

    Start(
            Lessons lessons,
            Editions editions,
            Moves moves,
            Publisher publisher,
            Schedule schedule,
            LessonEngine.Setting setting) {
        this.lessons = lessons;
        this.editions = editions;
        this.moves = moves;
        this.publisher = publisher;
        this.schedule = schedule;
        this.setting = setting;
    }

    Reply run(Interaction interaction, Interaction.Command command) {
        Words words = setting.words().apply(setting.language());
        if (!interaction.person().leads()) {
            return Reply.whisper(words.say("engine.teachers-only"));
        }
        Map<String, Edition> library = setting.library().get();
        String wanted = command.option("lesson");
        Optional<Edition> edition =
                wanted.isEmpty() ? library.values().stream().findFirst() : Optional.ofNullable(library.get(wanted));
        if (edition.isEmpty()) {
            return Reply.whisper(words.say("engine.no-such-plan", wanted, String.join(", ", library.keySet())));
        }
        if (command.option("pace").equals("self")) {
            return prepareClub(interaction, command, edition.get());
        }
        String seed = command.option("seed");
        Optional<Long> started = lessons.start(
                interaction.room(),
                editions.pin(edition.get()),
                Lesson.Pace.LIVE,
                seed.matches("-?\\d{1,18}") ? Long.parseLong(seed) : RANDOM.nextLong(),
                edition.get().plan().steps().get(0).id());
        if (started.isEmpty()) {
            return Reply.whisper(words.say("engine.running-already"));
        }
        moves.begin(started.get(), leader(interaction, words));
        publisher.hurry(started.get());
        schedule.follow(started.get());
        return Reply.whisper(words.say("engine.started", edition.get().plan().title()));
    }

    private static Arrival leader(Interaction interaction, Words words) {
        String name = interaction.person().name();
        return new Arrival(
                interaction.person().id(),
                name.isEmpty() ? words.say("engine.somebody", 1) : name,
                Participant.Role.TEACHER);
    }

    /** Says what was understood, and starts nothing yet. */
    private Reply prepareClub(Interaction interaction, Interaction.Command command, Edition edition) {
        Words words = setting.words().apply(setting.language());
        if (edition.plan().stretches().isEmpty()) {
            return Reply.whisper(words.say("club.no-plan", edition.plan().title()));
        }
        if (lessons.in(interaction.room()).isPresent()) {
            return Reply.whisper(words.say("engine.running-already"));
        }
        return when(words)
                .read(command.option("until"), command.option("zone"), interaction.person(), setting.zone())
                .map(
                        until -> Reply.whisper(offer(edition, until, words)),
                        refusal -> RoundActs.giveBack(Reply.whisper(refusal), command, words));
    }

    private When when(Words words) {
        return new When(words, Locale.forLanguageTag(setting.language()), setting.clock());
    }

    private Message offer(Edition edition, LocalMoment until, Words words) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Moment(words.say("club.read", edition.plan().title()), until.instant()));
        blocks.add(new Block.Text(when(words).said(until)));
        for (Deadline deadline : deadlines(edition, until)) {
            String title = edition.plan().stretches().get(deadline.stretch()).title();
            blocks.add(new Block.Moment(
                    words.say("club.stretch", "later", deadline.stretch() + 1, title),
                    deadline.at().instant()));
        }
        blocks.add(Block.Buttons.of(Button.primary(
                Action.of(0, Verb.START_CLUB, edition.plan().id() + "/" + until), words.say("club.start"))));
        return new Message(blocks);
    }

    /** The time between now and the end, divided as the plan says, each end on a full minute of the same clock. */
    private List<Deadline> deadlines(Edition edition, LocalMoment until) {
        Instant now = setting.clock().instant();
        Duration all = Duration.between(now, until.instant());
        List<Deadline> deadlines = new ArrayList<>();
        int share = 0;
        for (Stretch stretch : edition.plan().stretches()) {
            share += stretch.share();
            LocalMoment end = share == 100
                    ? until
                    : LocalMoment.of(
                            now.plus(all.multipliedBy(share).dividedBy(100)).truncatedTo(ChronoUnit.MINUTES),
                            until.zone());
            deadlines.add(new Deadline(deadlines.size(), end));
        }
        return deadlines;
    }

    /** @param argument the lesson's id and until when it goes, as they stand on the button of the offer */
    Reply club(Interaction interaction, String argument) {
        Words words = setting.words().apply(setting.language());
        if (!interaction.person().leads()) {
            return Reply.whisper(words.say("engine.teachers-only"));
        }
        String[] parts = argument.split("/", 2);
        Edition edition = setting.library().get().get(parts[0]);
        if (edition == null || parts.length < 2) {
            return Reply.whisper(words.say("refused.unknown"));
        }
        LocalMoment until;
        try {
            until = LocalMoment.parse(parts[1]);
        } catch (DateTimeException forged) {
            return Reply.whisper(words.say("refused.unknown"));
        }
        if (!until.instant().isAfter(setting.clock().instant())) {
            return Reply.whisper(words.say("club.past", when(words).said(until)));
        }
        Optional<Long> started = lessons.start(
                interaction.room(),
                editions.pin(edition),
                Lesson.Pace.SELF,
                RANDOM.nextLong(),
                edition.plan().steps().get(0).id());
        if (started.isEmpty()) {
            return Reply.whisper(words.say("engine.running-already"));
        }
        moves.beginClub(started.get(), leader(interaction, words), deadlines(edition, until));
        publisher.hurry(started.get());
        schedule.follow(started.get());
        return Reply.whisper(words.say("engine.started", edition.plan().title()));
    }
}

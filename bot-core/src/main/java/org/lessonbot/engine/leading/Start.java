package org.lessonbot.engine.leading;

import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Lists;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Option;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.club.Timetable;
import org.lessonbot.engine.Setting;
import org.lessonbot.engine.clock.Schedule;
import org.lessonbot.engine.clock.When;
import org.lessonbot.engine.moves.Moves;
import org.lessonbot.engine.posting.Publisher;
import org.lessonbot.engine.standing.Editions;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Participant;
import org.lessonbot.plan.Edition;
import org.lessonbot.store.Arrival;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.NewLesson;
import org.lessonbot.time.LocalMoment;

/** Starts a lesson in a room. */
public final class Start {
    private static final String LESSON = "lesson";
    /** In an action: the list of lessons, which responses are wanted, where in it somebody is, and a zone. No lesson's id has a slash. */
    private static final Pattern LESSONS = Pattern.compile("lessons/([a-z]+)/(\\d{1,5})/(.*)");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Lessons lessons;
    private final Editions editions;
    private final Moves moves;
    private final Publisher publisher;
    private final Schedule schedule;
    private final Setting setting;

    public Start(
            Lessons lessons, Editions editions, Moves moves, Publisher publisher, Schedule schedule, Setting setting) {
        this.lessons = lessons;
        this.editions = editions;
        this.moves = moves;
        this.publisher = publisher;
        this.schedule = schedule;
        this.setting = setting;
    }

    public Reply run(Interaction interaction, Interaction.Command command) {
        Words words = setting.words().apply(setting.language());
        if (!interaction.person().leads()) {
            return Reply.refused(words.say("engine.teachers-only"), interaction.act(), words);
        }
        Map<String, Edition> library = setting.library().get();
        String wanted = command.option("lesson");
        Optional<Edition> edition =
                wanted.isEmpty() ? library.values().stream().findFirst() : Optional.ofNullable(library.get(wanted));
        if (edition.isEmpty()) {
            String there = String.join(", ", library.keySet());
            return Reply.refused(words.say("engine.no-such-plan", wanted, there), interaction.act(), words);
        }
        ResponseChoice kind = ResponseChoice.of(command.option(ResponseChoice.OPTION));
        Optional<Edition> shown = kind.of(edition.get());
        if (shown.isEmpty()) {
            return Reply.refused(none(edition.get(), kind, words), interaction.act(), words);
        }
        String pace = command.option("pace");
        boolean timed = !command.option(When.UNTIL).isBlank()
                || !command.option(When.ZONE).isBlank();
        if (timed && pace.equals("live")) {
            return Reply.refused(words.say("start.class-has-no-end"), interaction.act(), words);
        }
        if (timed || pace.equals("self")) {
            return prepareClub(interaction, command, edition.get(), kind);
        }
        String seed = command.option("seed"); // nobody is offered it: rehearsals play the same lesson again by it
        NewLesson lesson = new NewLesson(
                interaction.room(),
                editions.pinForClass(shown.get()),
                Lesson.Pace.LIVE,
                seed.matches("-?\\d{1,18}") ? Long.parseLong(seed) : RANDOM.nextLong(),
                edition.get().plan().steps().get(0).id());
        Optional<Long> started = moves.begin(lesson, leader(interaction, words));
        if (started.isEmpty()) {
            return Reply.refused(words.say("engine.running-already"), interaction.act(), words);
        }
        publisher.hurry(started.get());
        setting.models().preload();
        schedule.follow(started.get());
        return started(interaction, edition.get(), words);
    }

    private static String none(Edition lesson, ResponseChoice kind, Words words) {
        return words.say("start.responses.none", lesson.plan().title(), kind.word());
    }

    private static Arrival leader(Interaction interaction, Words words) {
        String name = interaction.person().name();
        return new Arrival(
                interaction.person().id(),
                name.isEmpty() ? words.say("engine.somebody", 1) : name,
                Participant.Role.TEACHER);
    }

    /** Asks until when, or says what was understood. Nothing is started yet. */
    private Reply prepareClub(
            Interaction interaction, Interaction.Command command, Edition edition, ResponseChoice kind) {
        Words words = setting.words().apply(setting.language());
        if (edition.plan().stretches().isEmpty()) {
            return Reply.refused(words.say("club.no-plan", edition.plan().title()), interaction.act(), words);
        }
        if (lessons.in(interaction.room()).isPresent()) {
            return Reply.refused(words.say("engine.running-already"), interaction.act(), words);
        }
        return command.option(When.UNTIL).isBlank()
                ? form(interaction, command.option("lesson"), command.option(When.ZONE), kind)
                : offer(interaction, edition, kind, command.option(When.UNTIL), command.option(When.ZONE));
    }

    /** Says what was understood, and starts nothing yet. */
    private Reply offer(Interaction interaction, Edition edition, ResponseChoice kind, String until, String zone) {
        Words words = setting.words().apply(setting.language());
        if (kind.of(edition).isEmpty()) {
            return Reply.refused(none(edition, kind, words), interaction.act(), words);
        }
        Action again = Action.of(0, Verb.START, edition.plan().id());
        return When.of(setting, words)
                .read(until, zone, interaction.person(), setting.zone())
                .map(
                        understood -> Reply.whisper(new Offer(setting, words).club(edition.plan(), kind, understood)),
                        why -> When.of(setting, words).refuse(interaction.act(), again, zone, why));
    }

    /**
     * Asks what a club needs to know.
     *
     * @param lesson its id; empty to ask for it too
     * @param zone as somebody typed it; may be empty
     */
    private Reply form(Interaction interaction, String lesson, String zone, ResponseChoice kind) {
        Words words = setting.words().apply(setting.language());
        Lists clubs = clubs(words);
        List<Option> lessons = clubs.options();
        if (lesson.isEmpty() && !clubs.isOne()) {
            return Reply.giveBack(whichLesson(kind, 0, zone), interaction.act(), words);
        }
        List<Form.Field> fields = new ArrayList<>();
        if (lesson.isEmpty() && lessons.size() > 1) {
            fields.add(
                    Form.Field.choice(LESSON, clubs.label(), "", lessons.get(0).value(), true, lessons));
        }
        When when = When.of(setting, words);
        fields.addAll(when.fields(zone, interaction.person(), setting.zone()));
        if (setting.library().get().values().stream().anyMatch(Edition::hasReal)) {
            fields.add(kind.field(words));
        }
        String meant = lesson.isEmpty() && lessons.size() == 1 ? lessons.get(0).value() : lesson;
        Action action = Action.of(0, Verb.START, meant);
        return new Reply.OpenForm(new Form(
                action, words.say("club.start"), words.say("club.form.about"), fields, words.say("club.form.show")));
    }

    /** The lessons that clubs can take. */
    private Lists clubs(Words words) {
        List<Option> options = setting.library().get().values().stream()
                .map(Edition::plan)
                .filter(plan -> !plan.stretches().isEmpty())
                .map(plan -> new Option(plan.id(), Limits.fit(plan.title(), Limits.BUTTON_LABEL)))
                .toList();
        return new Lists(words.say("club.form.lesson"), options, 1, 1);
    }

    /** Asks first which one, where there are more than a form can offer. */
    private Reply whichLesson(ResponseChoice kind, int from, String zone) {
        Words words = setting.words().apply(setting.language());
        String meant = zone.isBlank()
                ? ""
                : When.of(setting, words).zone(zone).meant().map(ZoneId::getId).orElse("");
        IntFunction<Action> page =
                first -> Action.of(0, Verb.START, String.join("/", "lessons", kind.word(), "" + first, meant));
        return Reply.whisper(new Message(clubs(words).page(words, from, page, page)));
    }

    private Reply submitted(Interaction interaction, Action action, Interaction.Submit form) {
        Words words = setting.words().apply(setting.language());
        String lesson = action.argument().isEmpty() ? form.value(LESSON) : action.argument();
        Edition edition = setting.library().get().get(lesson);
        return edition == null
                ? Reply.refused(words.say("refused.unknown"), interaction.act(), words)
                : offer(
                        interaction,
                        edition,
                        ResponseChoice.of(form.value(ResponseChoice.OPTION)),
                        form.value(When.UNTIL),
                        form.value(When.ZONE));
    }

    /** Whether somebody who prepares a club asks for this: there is no lesson yet that it could be about. */
    public static boolean isAsked(Action action) {
        return action.verb().equals(Verb.START_CLUB.word()) || action.verb().equals(Verb.START.word());
    }

    /** The form that asks what a club needs to know, and the button of the offer that starts it. */
    public Reply club(Interaction interaction, Action action) {
        Words words = setting.words().apply(setting.language());
        if (!interaction.person().leads()) {
            return Reply.refused(words.say("engine.teachers-only"), interaction.act(), words);
        }
        if (interaction.act() instanceof Interaction.Submit form) {
            return submitted(interaction, action, form);
        }
        if (!action.verb().equals(Verb.START.word())) {
            return club(interaction, action.argument());
        }
        Matcher lessons = LESSONS.matcher(action.argument());
        if (!lessons.matches()) {
            return form(interaction, action.argument(), "", ResponseChoice.ANY);
        }
        ResponseChoice kind = ResponseChoice.of(lessons.group(1));
        return interaction.act() instanceof Interaction.Pick pick
                ? form(interaction, String.join("", pick.values()), lessons.group(3), kind)
                : whichLesson(kind, Integer.parseInt(lessons.group(2)), lessons.group(3));
    }

    /** @param argument as it stands on the button of the offer */
    private Reply club(Interaction interaction, String argument) {
        Words words = setting.words().apply(setting.language());
        Offer offer = new Offer(setting, words);
        return offer.read(argument)
                .map(asked -> offer.until(asked.until())
                        .map(until -> start(interaction, asked.edition(), until, words), Reply::whisper))
                .orElseGet(() -> Reply.whisper(offer.old()));
    }

    private Reply start(Interaction interaction, Edition edition, LocalMoment until, Words words) {
        NewLesson lesson = new NewLesson(
                interaction.room(),
                editions.pinForClub(edition),
                Lesson.Pace.SELF,
                RANDOM.nextLong(),
                edition.plan().steps().get(0).id());
        Optional<Long> started = moves.beginClub(
                lesson,
                leader(interaction, words),
                Timetable.divide(edition.plan(), 0, setting.clock().instant(), until));
        if (started.isEmpty()) {
            return Reply.whisper(words.say("engine.running-already"));
        }
        publisher.hurry(started.get());
        schedule.follow(started.get());
        return started(interaction, edition, words.inClub());
    }

    private Reply started(Interaction interaction, Edition edition, Words words) {
        String console = publisher.console(interaction.room(), true);
        return Reply.whisper(words.say("engine.started", edition.plan().title(), console));
    }
}

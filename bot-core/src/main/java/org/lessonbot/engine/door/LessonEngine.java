package org.lessonbot.engine.door;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lessonbot.activity.Actor;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.Engine;
import org.lessonbot.engine.Meters;
import org.lessonbot.engine.Platform;
import org.lessonbot.engine.Setting;
import org.lessonbot.engine.Time;
import org.lessonbot.engine.adapter.Misread;
import org.lessonbot.engine.leading.Later;
import org.lessonbot.engine.leading.Start;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what people do in any chat, and answers. The straight line: find the lesson and the activity whose turn it is, ask
 * it, commit what follows, reply, and let the posts follow. All state is in PostgreSQL, so any instance may take any click.
 */
public final class LessonEngine implements Engine, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LessonEngine.class);
    private final House house;

    public LessonEngine(Database database, Setting setting, List<Platform> platforms) {
        this(database, setting, platforms, Time.REAL);
    }

    /** @param time by which posts keep their pace */
    public LessonEngine(Database database, Setting setting, List<Platform> platforms, Time time) {
        this.house = new House(database, setting, platforms, time);
    }

    /** Begins to let posts follow facts and the clock, those that an earlier run left behind among them. */
    public void start() {
        house.platforms.values().forEach(platform -> platform.whenBack(house.publisher::again));
        house.publisher.start();
        house.models.start();
        house.schedule.start();
    }

    /** Does what is due by now, then says when something will be: for a clock that is set rather than one that goes. */
    public Optional<Instant> catchUp() throws InterruptedException {
        return house.schedule.catchUp();
    }

    @Override
    public CompletableFuture<Reply> handle(Interaction interaction) {
        Meters.Act act = house.meters.begins(interaction.room().platform());
        return house.workers.take(
                () -> answer(interaction).thenApply(act::counted),
                failure -> act.failed(notCounted(interaction, failure)));
    }

    @Override
    public List<Room> roomsLedBy(String platform, String person) {
        return house.lessons.ledBy(platform, person);
    }

    @Override
    public Map<Room, Message> clubs(String platform, String person) {
        return house.drawings.clubs(house.lessons.clubsOf(platform, person), person);
    }

    @Override
    public Optional<Message> console(Room room, Person person) {
        return house.lessons
                .in(room)
                .flatMap(lesson -> house.standings.now(lesson.id()))
                .filter(standing -> person.leads() || standing.roster().wasAskedToLead(person.id()))
                .map(standing -> house.drawings.console(standing.lesson()));
    }

    private Reply notCounted(Interaction interaction, Throwable failure) {
        log.error("interaction {} in {} did not count", Engine.trace(interaction), interaction.room(), failure);
        return Engine.notCounted(interaction.act(), house.words);
    }

    private CompletableFuture<Reply> answer(Interaction brought) {
        if (!brought.act().unseen().isEmpty()) {
            return CompletableFuture.completedFuture(Misread.unseen(
                    brought.act(),
                    house.lessons.in(brought.room()).map(house.scenes::words).orElse(house.words)));
        }
        Interaction interaction = brought.visible();
        if (interaction.act() instanceof Interaction.Command command) {
            return command(interaction, command);
        }
        Action action = ((Interaction.Aimed) interaction.act()).action();
        if (Start.isAsked(action)) {
            return CompletableFuture.completedFuture(house.start.club(interaction, action));
        }
        Optional<Standing> found = standing(action, interaction.person())
                .filter(standing -> standing.lesson().room().equals(interaction.room()));
        if (found.isEmpty()) {
            return refused(interaction, house.words, "engine.no-such-lesson");
        }
        Standing standing = found.get();
        if (standing.lesson().endedAt().isPresent() && !standing.isTakenAfterwards(action)) {
            return refused(interaction, standing.words(), standing.isClub() ? "club.over.late" : "engine.over");
        }
        return action.step().isEmpty()
                ? pressed(standing, interaction, action)
                : house.rounds.act(standing, interaction, action);
    }

    /**
     * How the lesson of a button stands for somebody: as it is remembered, for what is written is compared with that. By memory alone
     * nobody is refused, nobody has more time than their club, and nobody leads who was only asked to: another instance may have gone
     * on since.
     */
    private Optional<Standing> standing(Action action, Person person) {
        Instant now = house.clock.instant();
        return house.standings
                .recall(action.lesson())
                .map(standing -> standing.of(person.id(), now))
                .filter(standing -> standing.takes(action)
                        && !standing.afterwards()
                        && !standing.roster().wasAskedToLead(person.id())
                        && !Later.isAsked(action))
                .or(() -> house.standings.now(action.lesson()).map(standing -> standing.of(person.id(), now)));
    }

    /** A button or list that is about the lesson as a whole. */
    private CompletableFuture<Reply> pressed(Standing standing, Interaction interaction, Action action) {
        if (Later.isAsked(action)) {
            return CompletableFuture.completedFuture(house.later.act(standing, interaction, action));
        }
        return Verb.of(action.verb())
                .filter(verb -> verb.by().isOfTheLesson())
                .map(verb -> control(standing, interaction, verb, action.argument(), Map.of()))
                .orElseGet(() -> refused(interaction, standing.words(), "refused.unknown"));
    }

    private static CompletableFuture<Reply> refused(Interaction interaction, Words words, String why) {
        return CompletableFuture.completedFuture(Reply.refused(words.say(why), interaction.act(), words));
    }

    private CompletableFuture<Reply> command(Interaction interaction, Interaction.Command command) {
        boolean leads = interaction.person().leads();
        if (command.name().equals(Verb.HELP.word())) {
            return CompletableFuture.completedFuture(
                    Reply.giveBack(Help.message(house.words, leads), command, house.words));
        }
        Optional<Reply> complaint = Misread.complaint(command, leads, house.words);
        if (complaint.isPresent()) {
            return CompletableFuture.completedFuture(complaint.get());
        }
        Verb verb = Verb.command(command.name()).orElseThrow();
        if (verb == Verb.START) {
            return CompletableFuture.completedFuture(house.start.run(interaction, command));
        }
        Room room = interaction.room();
        Optional<Lesson> lesson = verb.isAlsoAfterwards() ? house.lessons.latestIn(room) : house.lessons.in(room);
        // The door looks for itself, once for all who come.
        Optional<Standing> standing = lesson.flatMap(
                found -> verb == Verb.JOIN ? house.standings.recall(found.id()) : house.standings.now(found.id()));
        if (standing.isEmpty()) {
            return refused(interaction, house.words, "engine.no-lesson");
        }
        if (verb.isForTeachers() && !standing.get().actor(interaction.person()).teacher()) {
            return refused(interaction, standing.get().words(), "engine.teachers-only");
        }
        return switch (verb.by()) {
            case QUESTIONS -> house.rounds.ask(standing.get(), interaction);
            case ROUND -> house.rounds.here(standing.get(), interaction, verb);
            case DOOR -> CompletableFuture.completedFuture(house.later.run(standing.get(), interaction, command));
            case LEADING, TAKING_PART, MODELS -> control(standing.get(), interaction, verb, "", command.options());
        };
    }

    private CompletableFuture<Reply> control(
            Standing remembered, Interaction interaction, Verb verb, String argument, Map<String, String> options) {
        if (verb == Verb.JOIN
                && !remembered.roster().wasAskedToLead(interaction.person().id())) {
            return house.students.run(
                    remembered.lesson(), remembered.actor(interaction.person()), interaction, verb, argument, options);
        }
        Standing standing = house.standings
                .now(remembered.lesson().id())
                .orElse(remembered)
                .of(interaction.person().id(), house.clock.instant());
        Lesson lesson = standing.lesson();
        Actor actor = standing.actor(interaction.person());
        if (verb.by() == Verb.By.TAKING_PART) {
            return house.students.run(lesson, actor, interaction, verb, argument, options);
        }
        if (verb.isForTeachers() && !actor.teacher()) {
            return refused(interaction, standing.words(), "engine.teachers-only");
        }
        if (verb.by() == Verb.By.MODELS) {
            return CompletableFuture.completedFuture(house.models.run(standing, interaction, verb, argument, options));
        }
        if (verb == Verb.NEXT || verb == Verb.SKIP) {
            house.models.comesNear(standing);
        }
        long version = argument.matches("\\d{1,18}") ? Long.parseLong(argument) : -1;
        // To remind everybody takes as long as the chat lets it.
        return verb == Verb.NUDGE
                ? CompletableFuture.supplyAsync(
                        () -> house.teachers.run(lesson, interaction, verb, version, options), house.workers.errands())
                : CompletableFuture.completedFuture(house.teachers.run(lesson, interaction, verb, version, options));
    }

    /** Finishes what is under way, then stops. */
    @Override
    public void close() {
        house.close();
    }
}

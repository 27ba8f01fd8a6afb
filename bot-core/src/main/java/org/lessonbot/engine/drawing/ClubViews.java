package org.lessonbot.engine.drawing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lessonbot.activity.Activities;
import org.lessonbot.activity.Actor;
import org.lessonbot.activity.Dealt;
import org.lessonbot.activity.Drawing;
import org.lessonbot.activity.Parts;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.club.ClubConsole;
import org.lessonbot.club.ClubSummary;
import org.lessonbot.club.Hub;
import org.lessonbot.club.Path;
import org.lessonbot.club.Pool;
import org.lessonbot.club.Reminders;
import org.lessonbot.engine.standing.Scenes;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.lesson.Deadline;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Round;
import org.lessonbot.lesson.Stop;
import org.lessonbot.plan.Pairing;
import org.lessonbot.plan.Step;
import org.lessonbot.store.Passages;
import org.lessonbot.time.LocalMoment;

/** What people see of a club: the next thing where they left off, each for themselves, and where all of them are. */
public final class ClubViews {
    private final Scenes scenes;
    private final Passages passages;
    private final OtherAnswers others;
    private final Clock clock;

    public ClubViews(Scenes scenes, Passages passages, OtherAnswers others, Clock clock) {
        this.scenes = scenes;
        this.passages = passages;
        this.others = others;
        this.clock = clock;
    }

    /** Where somebody left off: what they see of that round, and the button that leads on. */
    public Message here(Standing standing, Path path, String person) {
        if (standing.lesson().endedAt().isPresent()) {
            return over(standing);
        }
        return path.next(person)
                .flatMap(stop -> standing.round(stop.step(), stop.round()))
                .map(Dealt::round)
                .map(round -> view(standing, round, person))
                .orElseGet(() -> through(standing));
    }

    /** What a member hears who has more time than the club. */
    public static Message goesOn(Standing club, LocalMoment until) {
        return Message.of(
                new Block.Text(club.words().say("more-time.you")),
                Block.Moment.dated(club.words().say("more-time.yours"), until.instant()),
                Block.Buttons.of(Button.primary(
                        Action.of(club.lesson().id(), Verb.CONTINUE, ""),
                        club.words().say("club.continue"))));
    }

    /** Who has more time, for whoever leads: by name, and until when. */
    static List<Block> moreTime(Standing club) {
        List<Block> blocks = new ArrayList<>();
        for (Participant student : club.roster().students()) {
            club.moreTime(student.id())
                    .map(until ->
                            Block.Moment.dated(club.words().say("more-time.line", student.name()), until.instant()))
                    .ifPresent(blocks::add);
        }
        return blocks;
    }

    /** What members see who were through with all before the part that has just begun. */
    public static Message begun(Standing club) {
        int part = club.stretch();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(club.words()
                .say(
                        "club.begun",
                        part + 1,
                        club.edition().plan().stretches().get(part).title())));
        club.end()
                .map(Deadline::at)
                .ifPresent(end -> blocks.add(Block.Moment.dated(club.words().say("club.until"), end.instant())));
        blocks.add(Block.Buttons.of(Button.primary(
                Action.of(club.lesson().id(), Verb.CONTINUE, ""), club.words().say("club.continue"))));
        return new Message(blocks);
    }

    /** The members who are through with all before the part that the club is in, and with nothing of it. */
    public Set<String> come(Standing club) {
        Path path = path(club);
        Optional<Stop> first = path.stops(club.stretch()).stream().findFirst();
        return club.roster().students().stream()
                .map(Participant::id)
                .filter(person -> first.isPresent() && path.next(person).equals(first))
                .collect(Collectors.toSet());
    }

    /** What a member sees of a club that is over. */
    public static Message over(Standing standing) {
        return Message.of(
                new Block.Text(standing.words().say("club.over")),
                Block.Buttons.of(Button.plain(
                        Action.of(standing.lesson().id(), Verb.ME, ""),
                        standing.words().say("club.me"))));
    }

    /** At which round somebody left off, without the round itself, and the button that leads on; nothing once it is over for them. */
    Optional<Message> leftOff(Standing now, String person) {
        Standing standing = now.of(person, clock.instant());
        if (standing.lesson().endedAt().isPresent()) {
            return Optional.empty();
        }
        Words words = standing.words();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(
                words.say("club.title", standing.edition().plan().title())));
        standing.end()
                .map(Deadline::at)
                .filter(end -> standing.lesson().running())
                .ifPresent(end -> blocks.add(Block.Moment.dated(words.say("club.until"), end.instant())));
        Optional<String> title = path(standing)
                .next(person)
                .flatMap(stop -> standing.round(stop.step(), stop.round()))
                .map(dealt -> standing.title(dealt.round()));
        blocks.add(new Block.Text(
                title.map(here -> words.say("club.left-off", here)).orElseGet(() -> words.say("club.all-done"))));
        blocks.add(Block.Buttons.of(
                Button.primary(Action.of(standing.lesson().id(), Verb.CONTINUE, ""), words.say("club.continue"))));
        return Optional.of(new Message(blocks));
    }

    /** One round as somebody sees it who goes at their own pace, with the button that leads on from it. */
    public Message view(Standing standing, Round round, String person) {
        Drawing<?, ?> drawing = scenes.drawing(standing.lesson(), round);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(standing.title(round)));
        if (!standing.lesson().running()) {
            blocks.add(new Block.Text(standing.words().say("club.paused")));
        }
        if (standing.afterwards()) {
            standing.end()
                    .map(end -> Block.Moment.dated(
                            standing.words().say("more-time.yours"), end.at().instant()))
                    .ifPresent(blocks::add);
        }
        partner(standing, round, person).ifPresent(blocks::add);
        blocks.addAll(withoutMine(drawing.person(person, others.to(standing, round, drawing, person))));
        blocks.add(Block.Buttons.of(onward(standing, Stop.of(round), drawing.isDone(person))));
        return new Message(blocks);
    }

    private Optional<Block> partner(Standing standing, Round round, String person) {
        Step step = standing.step(round.step());
        Pairing pairing = standing.pairing(step);
        boolean waits = standing.roster().partners(pairing, person).isEmpty();
        if (pairing == Pairing.NONE || standing.lesson().endedAt().isPresent() || waits && standing.afterwards()) {
            return Optional.empty();
        }
        if (!waits) {
            return Optional.of(new Block.Text(new PairViews(standing).partner(pairing, person)));
        }
        String waiting = standing.isHalfOver(step, clock.instant()) ? "club.partner-next" : "club.partner-later";
        return Optional.of(new Block.Text(standing.words().say(waiting, Pool.ENOUGH)));
    }

    private static Button onward(Standing standing, Stop stop, boolean done) {
        Action action = Action.of(standing.lesson().id(), Verb.CONTINUE, stop.step() + "/" + stop.round());
        return done
                ? Button.primary(action, standing.words().say("club.continue"))
                : Button.plain(action, standing.words().say("club.leave-out"));
    }

    /** All of the round stands there for somebody who takes part, so nobody need ask for their part of it or come in. */
    private static List<Block> withoutMine(Message message) {
        List<Block> blocks = new ArrayList<>();
        for (Block block : message.blocks()) {
            if (block instanceof Block.Buttons buttons) {
                List<Button> others = buttons.buttons().stream()
                        .filter(button -> !List.of(Verb.MINE.word(), Verb.JOIN.word())
                                .contains(button.action().verb()))
                        .toList();
                if (!others.isEmpty()) {
                    blocks.add(new Block.Buttons(others));
                }
            } else {
                blocks.add(block);
            }
        }
        return blocks;
    }

    /** There is no more for somebody yet. */
    private static Message through(Standing standing) {
        Words words = standing.words();
        int stretch = standing.stretch();
        boolean last =
                standing.afterwards() || stretch + 1 == standing.deadlines().size();
        String next = last
                ? ""
                : standing.edition().plan().stretches().get(stretch + 1).title();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(words.say(last ? "club.through" : "club.wait", next)));
        standing.deadlines().stream()
                .filter(deadline -> deadline.stretch() == stretch && !standing.afterwards())
                .map(Deadline::at)
                .forEach(end -> blocks.add(
                        Block.Moment.dated(words.say(last ? "club.closes" : "club.begins", next), end.instant())));
        blocks.add(
                Block.Buttons.of(Button.plain(Action.of(standing.lesson().id(), Verb.ME, ""), words.say("club.me"))));
        return new Message(blocks);
    }

    /** What somebody hears whose act counted: the word that it did, and the round as they see it by that, unless that is the word. */
    public Reply after(Standing standing, String step, int number, Actor actor, Interaction.Act act, Reply reply) {
        Optional<Round> round = standing.round(step, number).map(Dealt::round);
        if (!(reply instanceof Reply.Whisper whisper) || round.isEmpty() || actor.teacher()) {
            return reply;
        }
        boolean turned =
                act instanceof Interaction.Press press && press.action().verb().equals(Parts.PAGE);
        boolean isPage = turned || whisper.message().blocks().stream().anyMatch(block -> block instanceof Block.Row);
        return Reply.whisper(whisper.message()
                .then(
                        isPage
                                ? Message.of(Block.Buttons.of(onward(standing, new Stop(step, number), true)))
                                : view(standing, round.get(), actor.id())));
    }

    /** The club's one post. */
    Message hub(Lesson lesson) {
        Standing standing = scenes.now(lesson);
        boolean soon = standing.end()
                .map(end -> new Reminders(lesson.stepSince(), end.at()).soon())
                .filter(near -> !clock.instant().isBefore(near))
                .isPresent();
        return new Hub(
                        lesson,
                        path(standing),
                        standing.roster(),
                        standing.deadlines(),
                        soon,
                        standing.goesOnForSome(clock.instant()),
                        standing.words())
                .message();
    }

    /** What a club that is over came to, beside what a class does. */
    Message summary(Lesson lesson) {
        Standing standing = scenes.now(lesson);
        return new ClubSummary(
                        path(standing),
                        standing.roster(),
                        scenes.sways(standing, others.shown(lesson)),
                        sway -> standing.round(sway.stop().step(), sway.stop().round())
                                .map(dealt ->
                                        scenes.drawing(lesson, dealt.round()).chosen(sway.answer()))
                                .orElse(""),
                        standing.words())
                .message();
    }

    /** How many answered after the close of a club, if any: its figures are no longer what they were. */
    Message late(Lesson lesson) {
        Standing standing = scenes.now(lesson);
        int late = scenes.late(standing);
        return late > 0 ? Message.text(standing.words().say("more-time.figures", late)) : Message.of();
    }

    /** What whoever leads it sees. */
    public Message console(Lesson lesson) {
        Standing standing = scenes.now(lesson);
        Path path = path(standing);
        Message console = new ClubConsole(
                        lesson,
                        path,
                        standing.roster(),
                        standing.deadlines(),
                        standing.endsEarly(),
                        !standing.reasoned().isEmpty(),
                        standing.words())
                .message()
                .then(new Message(moreTime(standing)));
        for (Stop stop : path.stops(standing.stretch())) {
            Round round =
                    standing.round(stop.step(), stop.round()).orElseThrow().round();
            if (!Activities.of(standing.step(stop.step()).activity()).reveals()) {
                console = console.then(scenes.drawing(lesson, round).console());
            }
        }
        return console;
    }

    /** How far everybody is now. */
    public Path path(Standing standing) {
        return standing.path(passages.of(standing.lesson().id()));
    }
}

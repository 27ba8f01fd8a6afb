package org.lessonbot.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.lessonbot.activity.Actor;
import org.lessonbot.activity.Keep;
import org.lessonbot.activity.Move;
import org.lessonbot.activity.Outcome;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Words;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Phase;
import org.lessonbot.lesson.Round;
import org.lessonbot.store.EntryWriter;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.Write;

/** What people do in a round: the activity says what follows, it is committed, and then they are told. */
final class RoundActs {
    /** How long a click waits for its commit before its person is told that it did not count. */
    private static final int COMMIT_S = 12;

    /** Each time somebody else's words were kept, so a class never comes near it. */
    private static final int TRIES = 10;

    private final Lessons lessons;
    private final Scenes scenes;
    private final EntryWriter writer;
    private final Publisher publisher;
    private final TeacherControls teachers;
    private final Attendance attendance;

    RoundActs(
            Lessons lessons,
            Scenes scenes,
            EntryWriter writer,
            Publisher publisher,
            TeacherControls teachers,
            Attendance attendance) {
        this.lessons = lessons;
        this.scenes = scenes;
        this.writer = writer;
        this.publisher = publisher;
        this.teachers = teachers;
        this.attendance = attendance;
    }

    /** A question for the list, from the moment at which questions are gathered. */
    Reply ask(Lesson lesson, Interaction interaction, Actor actor) {
        return lessons.rounds(lesson.id()).stream()
                .filter(round -> scenes.step(lesson, round.step()).activity().equals("questions"))
                .reduce((first, last) -> last)
                .map(round -> settle(lesson, round, interaction, actor))
                .orElseGet(() -> {
                    Words said = scenes.words(lesson);
                    return giveBack(Reply.whisper(said.say("engine.ask-where")), interaction.act(), said);
                });
    }

    /** A command that the activity of this moment takes, such as a prompt of the teacher's own or a thought. */
    Reply here(Lesson lesson, Interaction interaction, Actor actor, String command) {
        Reply reply = lessons.round(lesson.id(), lesson.step(), lesson.round())
                .map(round -> settle(lesson, round, interaction, actor))
                .orElse(Reply.SILENT);
        Words said = scenes.words(lesson);
        String where = command.equals("prompt") ? said.say("engine.prompt-where") : said.say("engine.say-where");
        return reply instanceof Reply.Silent ? giveBack(Reply.whisper(where), interaction.act(), said) : reply;
    }

    /** An act on a button or form of some round. */
    Reply act(Lesson lesson, Interaction interaction, Actor actor, Action action) {
        Optional<Round> round = lessons.round(lesson.id(), action.step(), action.round());
        if (round.isEmpty()) {
            return Reply.whisper(scenes.words(lesson).say("refused.unknown"));
        }
        if (action.verb().equals("mine")) {
            Message own = scenes.drawing(lesson, round.get()).person(actor.id());
            boolean open = round.get().phase() == Phase.OPEN && lesson.running();
            return Reply.whisper(
                    own.isEmpty() ? Message.text(scenes.words(lesson).say(open ? "mine.none-yet" : "mine.none")) : own);
        }
        return settle(lesson, round.get(), interaction, actor);
    }

    /** What somebody wrote somewhere at the same moment is never written over: the act is then judged again, by what it is now. */
    private Reply settle(Lesson lesson, Round round, Interaction interaction, Actor actor) {
        List<String> news = new ArrayList<>();
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<Reply> settled = attempt(lesson, round, interaction, actor, news);
            if (settled.isPresent()) {
                return then(settled.get(), news);
            }
        }
        throw new IllegalStateException("what is kept changed " + TRIES + " times in the middle of one act");
    }

    /**
     * One judgement and its commit; nothing if it has to be judged again, since what is kept changed in between, or who acts
     * has come in by it.
     *
     * @param news gathers what they should know beside the answer
     */
    private Optional<Reply> attempt(
            Lesson lesson, Round round, Interaction interaction, Actor actor, List<String> news) {
        Interaction.Act act = interaction.act();
        Words said = scenes.words(lesson);
        Outcome outcome = scenes.handle(lesson, round, actor, act);
        Optional<Move> move = outcome.move().filter(wanted -> actor.teacher());
        if (outcome.reply() instanceof Reply.OpenForm && !lesson.running() && !actor.teacher()) {
            return Optional.of(Reply.whisper(said.say("engine.not-while-paused")));
        }
        if (!outcome.counts() || (outcome.move().isPresent() && move.isEmpty())) {
            return Optional.of(giveBack(outcome.reply(), act, said));
        }
        if (!outcome.entries().isEmpty()) {
            Optional<String> refusal = refusal(lesson, actor, outcome.entries(), said);
            if (refusal.isPresent()) {
                return Optional.of(giveBack(Reply.whisper(refusal.get()), act, said));
            }
            Optional<String> joined = actor.teacher() ? Optional.empty() : attendance.joinByAnswering(lesson, actor);
            if (joined.isPresent()) {
                // Whoever has just come may share with a partner now what they would have kept alone.
                news.add(joined.get());
                return Optional.empty();
            }
            EntryWriter.Fate fate = keep(lesson, round, actor, outcome.entries());
            if (fate != EntryWriter.Fate.COUNTED) {
                return fate == EntryWriter.Fate.CHANGED
                        ? Optional.empty()
                        : Optional.of(giveBack(Reply.whisper(said.say("late")), act, said));
            }
        }
        if (move.isPresent()) {
            Reply made = teachers.move(lesson, interaction, -1, move.get());
            return Optional.of(made instanceof Reply.Silent ? outcome.reply() : giveBack(made, act, said));
        }
        return Optional.of(outcome.reply());
    }

    private static Reply then(Reply reply, List<String> news) {
        return reply instanceof Reply.Whisper whisper && !news.isEmpty()
                ? Reply.whisper(whisper.message().then(new Block.Text(String.join("\n\n", news))))
                : reply;
    }

    /** Why these entries cannot count; nothing if they may. */
    private static Optional<String> refusal(Lesson lesson, Actor actor, List<Keep> entries, Words said) {
        if (!lesson.running()) {
            return Optional.of(said.say("engine.not-while-paused"));
        }
        boolean answers = entries.stream().anyMatch(entry -> entry.owner().equals(actor.id()));
        return actor.teacher() && answers ? Optional.of(said.say("engine.teacher-answers")) : Optional.empty();
    }

    private EntryWriter.Fate keep(Lesson lesson, Round round, Actor actor, List<Keep> entries) {
        List<Write> writes = entries.stream()
                .map(entry -> new Write(
                        lesson.id(),
                        round.step(),
                        round.number(),
                        entry.owner(),
                        entry.field(),
                        entry.value(),
                        actor.id(),
                        entry.phase(),
                        entry.before()))
                .toList();
        EntryWriter.Fate fate =
                writer.write(writes).orTimeout(COMMIT_S, TimeUnit.SECONDS).join();
        publisher.poke(lesson.id());
        return fate;
    }

    /** What somebody wrote comes back to them with the word that it did not count, above the buttons that help. */
    static Reply giveBack(Reply refusal, Interaction.Act act, Words words) {
        Message written = new Message(act.quoted(words.say("written")));
        if (refusal instanceof Reply.FixForm fix) {
            Message again = Message.text(words.say("fix"));
            return new Reply.FixForm(fix.reasons(), again.then(fix.otherwise()).then(written));
        }
        return refusal instanceof Reply.Whisper whisper ? Reply.whisper(above(whisper.message(), written)) : refusal;
    }

    private static Message above(Message refusal, Message written) {
        List<Block> blocks = new ArrayList<>(refusal.blocks());
        int last = blocks.size() - 1;
        boolean helps = last >= 0 && blocks.get(last) instanceof Block.Buttons;
        blocks.addAll(helps ? last : blocks.size(), written.blocks());
        return new Message(blocks);
    }
}

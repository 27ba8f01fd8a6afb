package org.lessonbot.engine;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.lessonbot.activity.Actor;
import org.lessonbot.activity.Keep;
import org.lessonbot.activity.Move;
import org.lessonbot.activity.Outcome;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Viewer;
import org.lessonbot.chat.Words;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Round;
import org.lessonbot.store.EntryWriter;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.Write;

/** What people do in a round: the activity says what follows, it is committed, and then they are told. */
final class RoundActs {
    /** How long a click waits for its commit before its person is told that it did not count. */
    private static final int COMMIT_S = 12;

    private final Lessons lessons;
    private final Scenes scenes;
    private final EntryWriter writer;
    private final Publisher publisher;
    private final TeacherControls teachers;
    private final StudentControls students;

    RoundActs(
            Lessons lessons,
            Scenes scenes,
            EntryWriter writer,
            Publisher publisher,
            TeacherControls teachers,
            StudentControls students) {
        this.lessons = lessons;
        this.scenes = scenes;
        this.writer = writer;
        this.publisher = publisher;
        this.teachers = teachers;
        this.students = students;
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
            Message own = scenes.render(lesson, round.get(), Viewer.person(actor.id()));
            return Reply.whisper(
                    own.isEmpty() ? Message.text(scenes.words(lesson).say("mine.none")) : own);
        }
        return settle(lesson, round.get(), interaction, actor);
    }

    private Reply settle(Lesson lesson, Round round, Interaction interaction, Actor actor) {
        Interaction.Act act = interaction.act();
        Words said = scenes.words(lesson);
        Outcome outcome = scenes.handle(lesson, round, actor, act);
        Optional<Move> move = outcome.move().filter(wanted -> actor.teacher());
        if (outcome.entries().isEmpty() && move.isEmpty()) {
            return giveBack(outcome.reply(), act, said);
        }
        if (!outcome.entries().isEmpty()) {
            Optional<Reply> refusal = keep(lesson, round, actor, outcome.entries());
            if (refusal.isPresent()) {
                return giveBack(refusal.get(), act, said);
            }
        }
        if (move.isPresent()) {
            Reply made = teachers.move(lesson, interaction, -1, move.get());
            return made instanceof Reply.Silent ? outcome.reply() : giveBack(made, act, said);
        }
        return outcome.reply();
    }

    /** Commits entries; says why when they did not count. */
    private Optional<Reply> keep(Lesson lesson, Round round, Actor actor, List<Keep> entries) {
        Words said = scenes.words(lesson);
        if (!lesson.running()) {
            return Optional.of(
                    Reply.whisper(lesson.endedAt().isPresent() ? said.say("engine.over") : said.say("engine.paused")));
        }
        boolean answers = entries.stream().anyMatch(entry -> entry.owner().equals(actor.id()));
        if (actor.teacher() && answers) {
            return Optional.of(Reply.whisper(said.say("engine.teacher-answers")));
        }
        if (!actor.teacher()) {
            students.enterByAnswering(lesson, actor);
        }
        List<Write> writes = entries.stream()
                .map(entry -> new Write(
                        lesson.id(),
                        round.step(),
                        round.number(),
                        entry.owner(),
                        entry.field(),
                        entry.value(),
                        actor.id(),
                        entry.phase()))
                .toList();
        boolean counted =
                writer.write(writes).orTimeout(COMMIT_S, TimeUnit.SECONDS).join();
        publisher.poke(lesson.id());
        return counted ? Optional.empty() : Optional.of(Reply.whisper(said.say("late")));
    }

    /** What somebody wrote comes back to them with the word that it did not count. */
    static Reply giveBack(Reply refusal, Interaction.Act act, Words words) {
        Message written = new Message(act.quoted(words.say("written")));
        if (refusal instanceof Reply.FixForm fix) {
            Message again = Message.text(words.say("fix"));
            return new Reply.FixForm(fix.reasons(), again.then(fix.otherwise()).then(written));
        }
        return refusal instanceof Reply.Whisper whisper
                ? new Reply.Whisper(whisper.message().then(written), whisper.console())
                : refusal;
    }
}

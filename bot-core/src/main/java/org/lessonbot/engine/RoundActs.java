package org.lessonbot.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.lessonbot.activity.Actor;
import org.lessonbot.activity.Dealt;
import org.lessonbot.activity.Keep;
import org.lessonbot.activity.Outcome;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Phase;
import org.lessonbot.lesson.Round;
import org.lessonbot.store.Basis;
import org.lessonbot.store.EntryWriter;
import org.lessonbot.store.Write;

/** What people do in a round: the activity says what follows, it is committed, and then they are told. */
final class RoundActs {
    /** How long a click waits for its commit before its person is told that it did not count. */
    private static final int COMMIT_S = 12;

    /** Each time somebody else's words were kept, so a class never comes near it. */
    private static final int TRIES = 10;

    private final Standings standings;
    private final Scenes scenes;
    private final Looks looks;
    private final EntryWriter writer;
    private final Publisher publisher;
    private final Leading leading;
    private final Attendance attendance;
    private final ClubViews clubs;
    private final Executor workers;

    /** @param workers on which acts are judged */
    RoundActs(
            Standings standings,
            Scenes scenes,
            Looks looks,
            EntryWriter writer,
            Publisher publisher,
            Leading leading,
            Attendance attendance,
            ClubViews clubs,
            Executor workers) {
        this.standings = standings;
        this.scenes = scenes;
        this.looks = looks;
        this.writer = writer;
        this.publisher = publisher;
        this.leading = leading;
        this.attendance = attendance;
        this.clubs = clubs;
        this.workers = workers;
    }

    /** A question for the list, from the moment at which questions are gathered. */
    CompletableFuture<Reply> ask(Standing standing, Interaction interaction) {
        return standing.rounds().stream()
                .map(Dealt::round)
                .filter(round -> standing.step(round.step()).activity().equals("questions"))
                .reduce((first, last) -> last)
                .map(round -> settle(standing, interaction, round.step(), round.number()))
                .orElseGet(() -> CompletableFuture.completedFuture(Reply.giveBack(
                        Reply.whisper(standing.words().say("engine.ask-where")), interaction.act(), standing.words())));
    }

    /** A command that the activity of this moment takes, such as a prompt of the teacher's own or a thought. */
    CompletableFuture<Reply> here(Standing standing, Interaction interaction, Verb verb) {
        Lesson lesson = standing.lesson();
        Words said = standing.words();
        String where = verb == Verb.PROMPT ? said.say("engine.prompt-where") : said.say("engine.say-where");
        return settle(standing, interaction, lesson.step(), lesson.round())
                .thenApply(reply -> reply instanceof Reply.Silent
                        ? Reply.giveBack(Reply.whisper(where), interaction.act(), said)
                        : reply);
    }

    /** An act on a button or form of some round. */
    CompletableFuture<Reply> act(Standing standing, Interaction interaction, Action action) {
        return action.verb().equals(Verb.MINE.word())
                ? CompletableFuture.completedFuture(mine(standing, interaction, action))
                : settle(standing, interaction, action.step(), action.round());
    }

    private Reply mine(Standing remembered, Interaction interaction, Action action) {
        Standing standing = standings.now(remembered.lesson().id()).orElse(remembered);
        Words said = standing.words();
        Optional<Round> round = standing.round(action.step(), action.round()).map(Dealt::round);
        if (round.isEmpty()) {
            return Reply.whisper(said.say("refused.unknown"));
        }
        if (standing.isClub()) {
            return Reply.whisper(
                    clubs.view(standing, round.get(), interaction.person().id()));
        }
        Message own = scenes.drawing(standing.lesson(), round.get())
                .person(interaction.person().id());
        boolean open = round.get().phase() == Phase.OPEN && standing.lesson().running();
        return Reply.whisper(own.isEmpty() ? Message.text(said.say(open ? "mine.none-yet" : "mine.none")) : own);
    }

    private CompletableFuture<Reply> settle(Standing standing, Interaction interaction, String step, int round) {
        if (standing.edition().plan().step(step).isEmpty()) {
            return CompletableFuture.completedFuture(
                    Reply.whisper(standing.words().say("refused.unknown")));
        }
        Looks.Aim aim = new Looks.Aim(
                standing.lesson().id(), step, round, interaction.person().id());
        return new Settlement(aim, interaction, standing.words()).byMemory();
    }

    /** One act on its way: judged, written if what it was judged by holds, else judged again. */
    private final class Settlement {
        private final Looks.Aim aim;
        private final Interaction interaction;
        private final Words words;
        /** What they should know beside the answer. */
        private final List<String> news = new ArrayList<>();

        private int tries;

        Settlement(Looks.Aim aim, Interaction interaction, Words words) {
            this.aim = aim;
            this.interaction = interaction;
            this.words = words;
        }

        CompletableFuture<Reply> byMemory() {
            return looks.remembered(aim).map(this::judge).orElseGet(this::bySight);
        }

        CompletableFuture<Reply> bySight() {
            return looks.now(aim)
                    .thenCompose(look -> look.map(this::judge)
                            .orElseGet(() -> answer(Reply.whisper(words.say("engine.no-such-lesson")))));
        }

        private CompletableFuture<Reply> judge(Look look) {
            if (++tries > TRIES) {
                throw new IllegalStateException("what is kept changed " + TRIES + " times in the middle of one act");
            }
            Standing standing = look.standing();
            Optional<Dealt<?>> round = standing.round(aim.step(), aim.round());
            if (round.isEmpty()) {
                return unwritten(look, Reply.whisper(words.say("refused.unknown")));
            }
            Actor actor = standing.actor(interaction.person());
            Outcome outcome = scenes.handle(look, round.get(), actor, interaction.act());
            boolean moves = outcome.move().isPresent();
            if (outcome.reply() instanceof Reply.OpenForm && !standing.lesson().running() && !actor.teacher()) {
                return unwritten(look, Reply.whisper(words.say("engine.not-while-paused")));
            }
            if (!outcome.counts() || (moves && !actor.teacher())) {
                return unwritten(look, Reply.giveBack(outcome.reply(), interaction.act(), words));
            }
            if (outcome.entries().isEmpty()) {
                return look.sure() ? then(look, outcome) : bySight();
            }
            Optional<String> refusal = refusal(standing.lesson(), actor, outcome.entries(), words);
            if (refusal.isPresent()) {
                return unwritten(look, Reply.giveBack(Reply.whisper(refusal.get()), interaction.act(), words));
            }
            if (actor.teacher() || standing.studies(actor.id())) {
                return keep(look, actor, outcome);
            }
            // Nobody comes in by an answer that does not count.
            return look.sure() ? join(standing.lesson(), actor) : bySight();
        }

        /** Whoever has just come may share with a partner now what they would have kept alone, so it is judged again. */
        private CompletableFuture<Reply> join(Lesson lesson, Actor actor) {
            return attendance
                    .joinByAnswering(lesson, actor)
                    .thenComposeAsync(
                            joined -> {
                                joined.ifPresent(news::add);
                                return byMemory();
                            },
                            workers);
        }

        private CompletableFuture<Reply> keep(Look look, Actor actor, Outcome outcome) {
            Basis basis =
                    actor.teacher() ? new Basis(Optional.empty(), look.kept()) : look.basis(aim.step(), actor.id());
            return writer.write(writes(outcome.entries()), basis)
                    .orTimeout(COMMIT_S, TimeUnit.SECONDS)
                    .thenComposeAsync(
                            fate -> {
                                publisher.poke(aim.lesson());
                                if (fate == EntryWriter.Fate.COUNTED) {
                                    looks.remember(aim, look, outcome.entries());
                                    return then(look, outcome);
                                }
                                return fate == EntryWriter.Fate.LATE && look.sure()
                                        ? answer(Reply.giveBack(
                                                Reply.whisper(words.say("late")), interaction.act(), words))
                                        : bySight();
                            },
                            workers);
        }

        private List<Write> writes(List<Keep> entries) {
            return entries.stream()
                    .map(entry -> new Write(
                            aim.lesson(),
                            aim.step(),
                            aim.round(),
                            entry.owner(),
                            entry.field(),
                            entry.value(),
                            aim.person(),
                            entry.phase(),
                            entry.before()))
                    .toList();
        }

        /** What follows once everything to be written is. */
        private CompletableFuture<Reply> then(Look look, Outcome outcome) {
            if (outcome.move().isEmpty()) {
                Standing standing = look.standing();
                return answer(
                        standing.isClub()
                                ? clubs.after(
                                        standing,
                                        aim.step(),
                                        aim.round(),
                                        standing.actor(interaction.person()),
                                        outcome.reply())
                                : outcome.reply());
            }
            Reply made = leading.move(
                    look.standing().lesson(), interaction, -1, outcome.move().get());
            return answer(
                    made instanceof Reply.Silent ? outcome.reply() : Reply.giveBack(made, interaction.act(), words));
        }

        /** Nothing is written, so nothing compared: this answer is given only by what has been read for it. */
        private CompletableFuture<Reply> unwritten(Look look, Reply reply) {
            return look.sure() ? answer(reply) : bySight();
        }

        private CompletableFuture<Reply> answer(Reply reply) {
            boolean tells = reply instanceof Reply.Whisper && !news.isEmpty();
            return CompletableFuture.completedFuture(
                    tells
                            ? Reply.whisper(
                                    ((Reply.Whisper) reply).message().then(new Block.Text(String.join("\n\n", news))))
                            : reply);
        }
    }

    /** Why these entries cannot count; nothing if they may. */
    private static Optional<String> refusal(Lesson lesson, Actor actor, List<Keep> entries, Words said) {
        if (!lesson.running()) {
            return Optional.of(said.say("engine.not-while-paused"));
        }
        boolean answers = entries.stream().anyMatch(entry -> entry.owner().equals(actor.id()));
        return actor.teacher() && answers ? Optional.of(said.say("engine.teacher-answers")) : Optional.empty();
    }
}

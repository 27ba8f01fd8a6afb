package org.lessonbot.engine.click;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.lessonbot.activity.Actor;
import org.lessonbot.activity.Dealt;
import org.lessonbot.activity.Keep;
import org.lessonbot.activity.Outcome;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.attendance.Attendance;
import org.lessonbot.engine.drawing.ClubViews;
import org.lessonbot.engine.leading.Leading;
import org.lessonbot.engine.standing.Look;
import org.lessonbot.engine.standing.Looks;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Round;
import org.lessonbot.store.EntryWriter;

/** Judges acts in rounds, has written what follows from them, and answers. */
public final class Settling {
    /** Each time somebody else's words were kept, so a class never comes near it. */
    private static final int TRIES = 10;

    private final Looks looks;
    private final Keeping keeping;
    private final Leading leading;
    private final Attendance attendance;
    private final ClubViews clubs;
    private final Executor workers;

    /** @param workers on which acts are judged */
    public Settling(
            Looks looks, Keeping keeping, Leading leading, Attendance attendance, ClubViews clubs, Executor workers) {
        this.looks = looks;
        this.keeping = keeping;
        this.leading = leading;
        this.attendance = attendance;
        this.clubs = clubs;
        this.workers = workers;
    }

    /** @param words in which is answered */
    CompletableFuture<Reply> settle(Looks.Aim aim, Interaction interaction, Words words) {
        return new Settlement(aim, interaction, words).byMemory();
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
                    .thenCompose(
                            look -> look.map(this::judge).orElseGet(() -> answer(refused("engine.no-such-lesson"))));
        }

        private CompletableFuture<Reply> judge(Look look) {
            if (++tries > TRIES) {
                throw new IllegalStateException("what is kept changed " + TRIES + " times in the middle of one act");
            }
            Standing standing = look.standing();
            Optional<Dealt<?>> round = standing.round(aim.step(), aim.round());
            if (round.isEmpty()) {
                return unwritten(look, refused("refused.unknown"));
            }
            Actor actor = standing.actor(interaction.person());
            Outcome outcome = look.judge(round.get(), actor, interaction.act());
            boolean moves = outcome.move().isPresent();
            if (outcome.reply() instanceof Reply.OpenForm && !standing.lesson().running() && !actor.teacher()) {
                return unwritten(look, refused("engine.not-while-paused"));
            }
            if (!outcome.counts() || (moves && !actor.teacher())) {
                return unwritten(look, Reply.giveBack(outcome.reply(), interaction.act(), words));
            }
            if (outcome.entries().isEmpty()) {
                return look.sure() ? then(look, outcome) : bySight();
            }
            Optional<String> refusal = refusal(standing.lesson(), actor, outcome.entries(), words);
            if (refusal.isPresent()) {
                return unwritten(look, Reply.refused(refusal.get(), interaction.act(), words));
            }
            if (actor.teacher() || standing.studies(actor.id())) {
                return keep(look, round.get().round(), actor, outcome);
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

        private CompletableFuture<Reply> keep(Look look, Round round, Actor actor, Outcome outcome) {
            return keeping.keep(aim, look, round, actor, outcome.entries()).thenCompose(fate -> {
                if (fate == EntryWriter.Fate.COUNTED) {
                    return then(look, outcome);
                }
                return fate == EntryWriter.Fate.LATE && look.sure() ? answer(refused("late")) : bySight();
            });
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
                                        interaction.act(),
                                        outcome.reply())
                                : outcome.reply());
            }
            Reply made = leading.move(
                    look.standing().lesson(), interaction, -1, outcome.move().get());
            return answer(made instanceof Reply.Silent ? outcome.reply() : made);
        }

        private Reply refused(String why) {
            return Reply.refused(words.say(why), interaction.act(), words);
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

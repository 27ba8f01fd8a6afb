package org.lessonbot.engine.leading;

import org.lessonbot.activity.Activities;
import org.lessonbot.activity.Move;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.clock.EarlyEnd;
import org.lessonbot.engine.clock.Schedule;
import org.lessonbot.engine.moves.Cause;
import org.lessonbot.engine.moves.Moves;
import org.lessonbot.engine.posting.Publisher;
import org.lessonbot.engine.posting.Whispers;
import org.lessonbot.engine.standing.Scenes;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Participant;
import org.lessonbot.plan.Pairing;
import org.lessonbot.plan.Responses;
import org.lessonbot.plan.Step;

/** Makes the moves of whoever leads, and what follows from them for others. */
public final class Leading {
    private final Scenes scenes;
    private final Moves moves;
    private final Publisher publisher;
    private final Schedule schedule;
    private final Whispers whispers;
    private final EarlyEnd early;

    public Leading(
            Scenes scenes, Moves moves, Publisher publisher, Schedule schedule, Whispers whispers, EarlyEnd early) {
        this.scenes = scenes;
        this.moves = moves;
        this.publisher = publisher;
        this.schedule = schedule;
        this.whispers = whispers;
        this.early = early;
    }

    /**
     * Makes a move and tells whoever leads what became of it. What they wrote for one that is not made comes back to them.
     *
     * @param version the lesson's version that they saw; negative when it does not matter
     */
    public Reply move(Lesson lesson, Interaction interaction, long version, Move move) {
        Words words = scenes.words(lesson);
        Moves.Result result = moves.make(lesson.id(), new Cause.Asked(interaction.id(), version), move);
        publisher.hurry(lesson.id());
        return switch (result) {
            case MADE -> {
                schedule.follow(lesson.id());
                tellPairs(lesson);
                if (lesson.isClub() && move instanceof Move.Next) {
                    whispers.begun(lesson);
                }
                if (move instanceof Move.EndEarly || move instanceof Move.Resume) {
                    early.look(lesson);
                }
                yield Reply.SILENT;
            }
            case REVEALED -> {
                whispers.ownPart(lesson);
                yield Reply.SILENT;
            }
            case ENDED -> {
                whispers.over(scenes.now(lesson));
                yield Reply.whisper(words.say(lesson.isClub() ? "club.over.ended" : "engine.ended"));
            }
            case BEFORE -> Reply.refused(words.say("engine.moved-on"), interaction.act(), words);
            case NOWHERE, PAUSED -> Reply.refused(nowhere(lesson, move, words), interaction.act(), words);
            case OVER ->
                Reply.refused(words.say(lesson.isClub() ? "club.over.late" : "engine.over"), interaction.act(), words);
            case OCCUPIED -> Reply.refused(words.say("club.room-taken"), interaction.act(), words);
        };
    }

    /** Why there was nothing to do, and what can be done instead. */
    private String nowhere(Lesson lesson, Move move, Words words) {
        Step step = scenes.step(lesson, lesson.step());
        if (move instanceof Move.Until) {
            return words.say("club.no-such-end");
        }
        if (lesson.isClub() && !(move instanceof Move.Pause || move instanceof Move.Resume)) {
            return words.say("club.own-pace");
        }
        if (move instanceof Move.Again again && again.brought().isPresent()) {
            return words.say("draft.used-already");
        }
        if (move instanceof Move.Again again) {
            return again.request().isEmpty()
                    ? words.say(
                            scenes.edition(lesson).plan().responses() == Responses.REAL_ONLY
                                    ? "engine.none-left-real"
                                    : "engine.none-left",
                            step.activity(),
                            words.say("item.choose"),
                            words.say("own.use"))
                    : words.say("engine.no-item", again.request());
        }
        if (move instanceof Move.Reveal) {
            boolean reveals = Activities.of(step.activity()).reveals();
            return words.say("engine.nothing-to-reveal", reveals ? "shown" : "none");
        }
        if (move instanceof Move.Pause || move instanceof Move.Resume) {
            return words.say(lesson.running() ? "engine.runs" : "engine.paused-already");
        }
        return words.say(move instanceof Move.Back ? "engine.first-step" : "engine.last-step");
    }

    /** Everybody is told who their partner is when the pairs are new. */
    private void tellPairs(Lesson before) {
        if (before.isClub()) {
            return;
        }
        Lesson lesson = scenes.now(before).lesson();
        Pairing pairing = scenes.step(lesson, lesson.step()).pairing();
        if (pairing != Pairing.NONE
                && pairing != scenes.step(before, before.step()).pairing()) {
            whispers.partners(
                    lesson,
                    pairing,
                    scenes.now(lesson).roster().students().stream()
                            .map(Participant::id)
                            .toList());
            publisher.hurry(lesson.id());
        }
    }
}

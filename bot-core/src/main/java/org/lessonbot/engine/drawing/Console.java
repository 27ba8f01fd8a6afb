package org.lessonbot.engine.drawing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lessonbot.activity.Activities;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.standing.Course;
import org.lessonbot.engine.standing.Scenes;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Round;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.plan.Step;

/**
 * The teachers' console: where the lesson is, how much time is left, what to say, and the buttons that move it. It may be
 * projected by mistake, so it shows no answers before the reveal.
 */
final class Console {
    private final Scenes scenes;
    private final DraftViews drafts;
    private final Clock clock;

    Console(Scenes scenes, DraftViews drafts, Clock clock) {
        this.scenes = scenes;
        this.drafts = drafts;
        this.clock = clock;
    }

    Message render(Lesson lesson) {
        Words words = scenes.words(lesson);
        LessonPlan plan = scenes.edition(lesson).plan();
        if (lesson.endedAt().isPresent()) {
            boolean club = lesson.isClub();
            List<Button> afterwards = new ArrayList<>();
            afterwards.add(Button.primary(action(lesson, Verb.REPORT), words.say("console.report")));
            afterwards.add(Button.plain(action(lesson, Verb.EXPORT), words.say("console.export")));
            if (club) {
                afterwards.add(Button.plain(action(lesson, Verb.MOVE_END), words.say("club.reopen")));
                afterwards.add(Button.plain(Action.of(lesson.id(), Verb.MORE_TIME, ""), words.say("more-time.open")));
                afterwards.add(Button.plain(Action.of(lesson.id(), Verb.REASONS, ""), words.say("reasons.open")));
            }
            return Message.of(
                            new Block.Heading(words.say("console.title", plan.title())),
                            new Block.Text(words.say(club ? "club.over.console" : "console.over")),
                            new Block.Buttons(afterwards))
                    .then(new Message(ClubViews.moreTime(scenes.now(lesson))));
        }
        Step step = scenes.step(lesson, lesson.step());
        Standing standing = scenes.now(lesson);
        Round round =
                standing.round(lesson.step(), lesson.round()).orElseThrow().round();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(words.say("console.title", plan.title())));
        blocks.add(new Block.Labelled(
                words.say(
                        "console.where",
                        plan.indexOf(step.id()) + 1,
                        plan.steps().size()),
                words.say("console.step", step.title(), round.number(), Math.max(round.number(), step.rounds()))));
        blocks.add(new Block.Text(
                words.say("console.class", standing.roster().students().size())));
        blocks.addAll(time(lesson, step, words));
        var drawing = scenes.drawing(lesson, round);
        drawing.room().blocks().stream()
                .filter(block -> block instanceof Block.Progress)
                .forEach(blocks::add);
        blocks.addAll(buttons(lesson, standing.opened(), words));
        blocks.addAll(drawing.console().blocks());
        blocks.addAll(drafts.console(standing).blocks());
        blocks.addAll(notes(step, words));
        return new Message(blocks);
    }

    private List<Block> time(Lesson lesson, Step step, Words words) {
        if (lesson.status() == Lesson.Status.PAUSED) {
            return List.of(new Block.Text(words.say("console.paused")));
        }
        if (step.minutes() == 0) {
            return List.of();
        }
        Instant end = lesson.wrapUp(step);
        Block planned = new Block.Moment(words.say("console.planned", step.minutes()), end);
        return clock.instant().isBefore(end)
                ? List.of(planned)
                : List.of(planned, new Block.Text(words.say("console.wrap-up")));
    }

    private List<Block> buttons(Lesson lesson, List<Round> rounds, Words words) {
        LessonPlan plan = scenes.edition(lesson).plan();
        Course course =
                new Course(plan, rounds, step -> Activities.of(step.activity()).reveals());
        boolean paused = lesson.status() == Lesson.Status.PAUSED;
        boolean last = course.next(lesson.step(), lesson.round()) instanceof Course.Over;
        List<Button> way = new ArrayList<>();
        way.add(Button.primary(action(lesson, last ? Verb.END : Verb.NEXT), nextLabel(course, lesson, words)));
        way.add(Button.plain(action(lesson, Verb.BACK), words.say("console.back"))
                .enabled(course.back(lesson.step(), lesson.round()).isPresent()));
        Step step = scenes.step(lesson, lesson.step());
        if (step.rounds() > 1) {
            way.add(Button.plain(action(lesson, Verb.AGAIN), words.say("console.again", step.activity())));
        }
        way.add(Button.plain(action(lesson, Verb.SKIP), words.say("console.skip"))
                .enabled(!last && step.cuttable()));
        List<Button> more = new ArrayList<>();
        more.add(Button.plain(
                action(lesson, paused ? Verb.RESUME : Verb.PAUSE),
                paused ? words.say("console.resume") : words.say("console.pause")));
        more.add(Button.plain(action(lesson, Verb.EXTEND), words.say("console.extend")));
        more.add(Button.plain(action(lesson, Verb.PAIRS), words.say("console.pairs")));
        scenes.leftOut(lesson).stream()
                .findFirst()
                .map(left -> Limits.fit(words.say("console.add", left.title(), left.minutes()), Limits.BUTTON_LABEL))
                .ifPresent(label -> more.add(Button.plain(action(lesson, Verb.ADD), label)));
        if (!last) {
            more.add(Button.danger(action(lesson, Verb.END), words.say("console.end")));
        }
        return List.of(new Block.Buttons(way), new Block.Buttons(more));
    }

    private static String nextLabel(Course course, Lesson lesson, Words words) {
        Course.Onward onward = course.next(lesson.step(), lesson.round());
        if (onward instanceof Course.RevealHere) {
            return words.say("console.reveal");
        }
        if (onward instanceof Course.Over) {
            return words.say("console.end");
        }
        Step step = onward instanceof Course.OpenNew open
                ? open.step()
                : course.plan()
                        .steps()
                        .get(course.plan()
                                .indexOf(((Course.Return) onward).round().step()));
        return step.id().equals(lesson.step())
                ? words.say("console.next-round", step.activity())
                : Limits.fit(words.say("console.next-step", step.title()), Limits.BUTTON_LABEL);
    }

    /** A button of this very moment: pressed twice, or after the lesson has moved, it does nothing. */
    private static Action action(Lesson lesson, Verb verb) {
        return Action.of(lesson.id(), verb, Long.toString(lesson.version()));
    }

    private static List<Block> notes(Step step, Words words) {
        List<Block> notes = new ArrayList<>();
        if (!step.notes().facilitation().isEmpty()) {
            notes.add(new Block.Divider());
            notes.add(
                    new Block.Labelled(words.say("console.notes"), step.notes().facilitation()));
        }
        if (!step.notes().prompts().isEmpty()) {
            notes.add(new Block.Labelled(words.say("console.prompts"), ""));
            notes.add(new Block.Items(step.notes().prompts()));
        }
        return notes;
    }
}

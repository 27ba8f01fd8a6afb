package org.lessonbot.tck;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.lessonbot.chat.Action;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Phase;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.plan.Step;

/** A lesson in a classroom, in the words of the rules. */
final class Sitting extends Held {
    private final School school;

    private Sitting(Bot bot, School school, String plan) {
        super(bot, school, bot.words(plan));
        this.school = school;
    }

    /** Starts a lesson in a room of its own, and waits until it is there. */
    static Sitting start(Bot bot, School school, String plan) {
        Sitting sitting = new Sitting(bot, school, plan);
        sitting.room.command(Someone.TEACHER, "start", Map.of("lesson", plan));
        sitting.await.until("the first post", sitting.room::posts, posts -> !posts.isEmpty());
        return sitting;
    }

    static Sitting quick(Bot bot, School school) {
        return start(bot, school, Plans.QUICK);
    }

    /** The heading of a round of a step that has several. */
    String roundTitle(int step, int round) {
        LessonPlan plan = Plans.quick().plan();
        Step at = plan.steps().get(step);
        return roundTitle(at.title(), step + 1, round, at.rounds());
    }

    String roundTitle(String title, int step, int round, int rounds) {
        return say("engine.title.round", step, title, round, rounds);
    }

    /** Presses a button of the round that is on. */
    Seen guess(Someone who, String label) {
        return room.press(who, current(), label);
    }

    /** The newest post of the round that is on. */
    Card current() {
        return newest().orElseThrow(() -> new AssertionError("no round stands in the room"));
    }

    private Optional<Card> newest() {
        return room.posts().stream()
                .filter(card -> !card.shows(say("engine.pairs.title")))
                .reduce((earlier, later) -> later);
    }

    Card awaitCurrent(String what, Predicate<Card> wanted) {
        return await.until(what, this::newest, card -> card.filter(wanted).isPresent())
                .orElseThrow();
    }

    /** Waits until the round that is on says that so many of so many have answered. */
    Card awaitCount(int answered, int students) {
        String count = say("answered", answered, students);
        return awaitCurrent(count, card -> card.shows(count));
    }

    /** The console as the teacher has it before them now; asked for where it does not stand there by itself. */
    Card console(Someone teacher) {
        return school.lacks().containsKey(Feature.LASTING_CONSOLE)
                ? room.command(teacher, "console").card()
                : await.until("the console", () -> room.console(teacher), Optional::isPresent)
                        .orElseThrow();
    }

    /** Presses a button of the console once it is offered; again if what was offered had just become out of date. */
    void lead(Someone teacher, String key, Object... arguments) {
        String label = say(key, arguments);
        await.until(
                "the console to take " + label,
                () -> press(teacher, console(teacher), label),
                seen -> seen.filter(one -> !one.says(say("engine.moved-on"))).isPresent());
    }

    private Optional<Seen> press(Someone teacher, Card console, String label) {
        return console.button(label).map(button -> room.press(teacher, console, button));
    }

    /** Reveals the round that is on, and waits until everybody sees it. */
    Card reveal() {
        room.command(Someone.TEACHER, "reveal");
        return awaitCurrent("the reveal", card -> card.shows(say("stagematch.guesses")));
    }

    /** The text of the round that is on, once the bot has nothing more to say about it and everybody sees what it said. */
    String settled() {
        awaitPosts();
        return current().text();
    }

    /** Whether the answers of the round that is on are shown. */
    boolean isRevealed() {
        return bot.round(room.room()).phase() == Phase.REVEALED;
    }

    /** The teacher presses the first button of the console, and confirms where that is asked; waits until it is done. */
    void goOn(Someone teacher) {
        long version = lesson().version();
        Card console = console(teacher);
        Seen seen = room.press(teacher, console, console.buttons().get(0));
        seen.whisper()
                .filter(sure -> sure.button(say("engine.end.now")).isPresent())
                .ifPresent(sure -> room.press(teacher, sure, say("engine.end.now")));
        boolean stale = seen.says(say("engine.moved-on"));
        await.until("the lesson to go on after " + seen, () -> lesson().version(), now -> stale || now > version);
        settled();
    }

    /** An action of the round that is on, whether or not it stands on a button. */
    Action action(String verb, String argument) {
        Lesson lesson = lesson();
        return new Action(lesson.id(), lesson.step(), lesson.round(), verb, argument);
    }

    /** A teacher's action of this lesson, whoever sends it. */
    Action control(String verb) {
        return new Action(lesson().id(), "", 0, verb, Long.toString(lesson().version()));
    }
}

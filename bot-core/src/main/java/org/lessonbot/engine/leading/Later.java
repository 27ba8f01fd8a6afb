package org.lessonbot.engine.leading;

import java.util.function.Supplier;
import org.lessonbot.activity.Move;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;
import org.lessonbot.club.Timetable;
import org.lessonbot.engine.Setting;
import org.lessonbot.engine.clock.Schedule;
import org.lessonbot.engine.clock.When;
import org.lessonbot.engine.moves.Cause;
import org.lessonbot.engine.moves.Moves;
import org.lessonbot.engine.posting.Publisher;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.time.LocalMoment;

/** Lets what is left of a class's lesson be finished at home, as a club. */
public final class Later {
    private final Moves moves;
    private final Publisher publisher;
    private final Schedule schedule;
    private final Setting setting;

    public Later(Moves moves, Publisher publisher, Schedule schedule, Setting setting) {
        this.moves = moves;
        this.publisher = publisher;
        this.schedule = schedule;
        this.setting = setting;
    }

    /** Asks until when, or says what was understood, and moves nothing yet. */
    public Reply run(Standing standing, Interaction interaction, Interaction.Command command) {
        String until = command.option(When.UNTIL);
        String zone = command.option(When.ZONE);
        return unless(
                standing,
                interaction,
                () -> until.isBlank() ? form(standing, interaction, zone) : offer(standing, interaction, until, zone));
    }

    /** Whether somebody asks for this by a button or a form. */
    public static boolean isAsked(Action action) {
        return action.verb().equals(Verb.FINISH_LATER.word()) || action.verb().equals(Verb.FINISH_LATER_NOW.word());
    }

    /** The form that asks until when, and the button of the offer. */
    public Reply act(Standing standing, Interaction interaction, Action action) {
        if (!standing.actor(interaction.person()).teacher()) {
            return Reply.refused(standing.words().say("engine.teachers-only"), interaction.act(), standing.words());
        }
        if (action.verb().equals(Verb.FINISH_LATER_NOW.word())) {
            return new Offer(setting, standing.words())
                    .until(action.argument())
                    .map(end -> begin(standing, interaction, end), Reply::whisper);
        }
        return unless(
                standing,
                interaction,
                () -> interaction.act() instanceof Interaction.Submit form
                        ? offer(standing, interaction, form.value(When.UNTIL), form.value(When.ZONE))
                        : form(standing, interaction, ""));
    }

    /** Where everybody goes at their own pace already, or the lesson has no plan for it, that is said. */
    private static Reply unless(Standing standing, Interaction interaction, Supplier<Reply> otherwise) {
        LessonPlan plan = standing.edition().plan();
        if (!standing.isClub() && !plan.stretches().isEmpty()) {
            return otherwise.get();
        }
        String why = standing.words().say(standing.isClub() ? "club.is-one" : "club.no-plan", plan.title());
        return Reply.refused(why, interaction.act(), standing.words());
    }

    private Reply form(Standing standing, Interaction interaction, String zone) {
        When when = When.of(setting, standing.words());
        return new Reply.OpenForm(new Form(
                again(standing),
                standing.words().say("club.finish-later"),
                standing.words().say("club.form.about"),
                when.fields(zone, interaction.person(), setting.zone()),
                standing.words().say("club.form.show")));
    }

    private Reply offer(Standing standing, Interaction interaction, String until, String zone) {
        When when = When.of(setting, standing.words());
        return when.read(until, zone, interaction.person(), setting.zone())
                .map(
                        end -> Reply.whisper(new Offer(setting, standing.words())
                                .message(standing.edition().plan(), standing.stretch(), end, button(standing, end))),
                        why -> when.refuse(interaction.act(), again(standing), zone, why));
    }

    private static Button button(Standing standing, LocalMoment end) {
        Action now = Action.of(standing.lesson().id(), Verb.FINISH_LATER_NOW, end.toString());
        return Button.primary(now, standing.words().say("club.finish-later"));
    }

    private static Action again(Standing standing) {
        return Action.of(standing.lesson().id(), Verb.FINISH_LATER, "");
    }

    private Reply begin(Standing standing, Interaction interaction, LocalMoment end) {
        LessonPlan plan = standing.edition().plan();
        Lesson lesson = standing.lesson();
        Moves.Result result = moves.make(
                lesson.id(),
                new Cause.Asked(interaction.id(), -1),
                new Move.FinishLater(Timetable.divide(
                        plan, standing.stretch(), setting.clock().instant(), end)));
        publisher.hurry(lesson.id());
        schedule.follow(lesson.id());
        return Reply.whisper(standing.words()
                .say(result == Moves.Result.MADE ? "club.finishes-later" : "engine.moved-on", plan.title()));
    }
}

package org.lessonbot.engine.leading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lessonbot.activity.Move;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Option;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;
import org.lessonbot.engine.Setting;
import org.lessonbot.engine.clock.When;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.lesson.Deadline;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.time.LocalMoment;

/** How whoever leads a club puts the end of a part elsewhere: by command, or by a form. */
final class Ends {
    private static final String PART = "part";

    private final Setting setting;

    Ends(Setting setting) {
        this.setting = setting;
    }

    /** Asks until when a part shall go. */
    Reply form(Standing club) {
        if (!club.isClub()) {
            return Reply.whisper(club.words().say("club.no-ends"));
        }
        boolean over = club.lesson().endedAt().isPresent();
        LessonPlan plan = club.edition().plan();
        List<Deadline> open = club.deadlines().stream()
                .filter(deadline -> deadline.stretch() >= club.stretch())
                .toList();
        Deadline now = open.get(0);
        List<Form.Field> fields = new ArrayList<>();
        if (open.size() > 1 && !over) {
            List<Option> parts = open.stream()
                    .map(deadline -> new Option(
                            Integer.toString(deadline.stretch()),
                            Limits.fit(plan.stretches().get(deadline.stretch()).title(), Limits.BUTTON_LABEL)))
                    .toList();
            String value = Integer.toString(now.stretch());
            fields.add(Form.Field.choice(PART, club.words().say("club.form.part"), "", value, true, parts));
        }
        When when = When.of(setting, club.words());
        fields.add(when.untilField(over ? "" : now.at().local().toString()));
        fields.add(when.zoneField(now.at().zone()));
        String title = club.words().say(over ? "club.reopen" : "club.move-end");
        return new Reply.OpenForm(
                new Form(again(club), title, fields, club.words().say("send")));
    }

    /** Takes what a form says, unless an end was moved after it was opened. */
    Reply sent(Standing club, Interaction interaction, Interaction.Submit form, Function<Move, Reply> move) {
        Begun begun = begun(club);
        return begun.isOld(form.action().argument())
                ? begun.refuse(form, again(club), club.words())
                : read(club, interaction, form.value(When.UNTIL), form.value(When.ZONE), form.value(PART), move);
    }

    private Begun begun(Standing club) {
        When when = When.of(setting, club.words());
        LessonPlan plan = club.edition().plan();
        String ends = club.deadlines().stream()
                .map(end -> plan.stretches().get(end.stretch()).title() + ": " + when.said(end.at()))
                .collect(Collectors.joining("\n"));
        return new Begun(club.lesson(), ends);
    }

    /**
     * Reads until when a part shall go.
     *
     * @param zone as it was typed; where it was not, it is that of whoever typed the time, else that of the end so far
     * @param part its number, from 0; where it was not said, it is the one that the club is in
     */
    Reply read(
            Standing club,
            Interaction interaction,
            String until,
            String zone,
            String part,
            Function<Move, Reply> move) {
        if (!club.isClub()) {
            return Reply.refused(club.words().say("club.no-ends"), interaction.act(), club.words());
        }
        When when = When.of(setting, club.words());
        int stretch = part.matches("\\d{1,2}") ? Integer.parseInt(part) : -1;
        return when.read(
                        until,
                        zone,
                        interaction.person(),
                        club.deadlines().get(0).at().zone())
                .map(
                        at -> refusal(club, stretch, at)
                                .map(why -> when.refuse(interaction.act(), again(club), zone, why))
                                .orElseGet(() -> made(club, stretch, at, move)),
                        why -> when.refuse(interaction.act(), again(club), zone, why));
    }

    private Reply made(Standing club, int part, LocalMoment at, Function<Move, Reply> move) {
        Reply reply = move.apply(new Move.Until(part, at));
        int moved = number(club, part);
        String title = club.edition().plan().stretches().get(moved).title();
        return reply instanceof Reply.Silent
                ? Reply.whisper(club.words()
                        .say(
                                "club.end-moved",
                                moved + 1,
                                title,
                                When.of(setting, club.words()).said(at)))
                : reply;
    }

    /** Between which two ends it has to be, where it is not. */
    private Optional<String> refusal(Standing club, int part, LocalMoment at) {
        int moved = number(club, part);
        if (club.lesson().endedAt().isPresent()) {
            return Optional.empty();
        }
        When when = When.of(setting, club.words());
        for (Deadline other : club.deadlines()) {
            boolean before =
                    other.stretch() < moved && !at.instant().isAfter(other.at().instant());
            boolean after =
                    other.stretch() > moved && !at.instant().isBefore(other.at().instant());
            if (before || after) {
                String title =
                        club.edition().plan().stretches().get(other.stretch()).title();
                return Optional.of(
                        club.words().say("club.end-between", after ? "before" : "after", title, when.said(other.at())));
            }
        }
        return Optional.empty();
    }

    private static int number(Standing club, int part) {
        int now = club.stretch();
        return part < now || part >= club.deadlines().size() ? now : part;
    }

    private Action again(Standing club) {
        return Action.of(club.lesson().id(), Verb.MOVE_END, begun(club).mark());
    }
}

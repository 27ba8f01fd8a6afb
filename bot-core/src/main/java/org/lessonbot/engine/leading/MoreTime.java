package org.lessonbot.engine.leading;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lessonbot.activity.Move;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Lists;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Option;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.Setting;
import org.lessonbot.engine.clock.When;
import org.lessonbot.engine.drawing.ClubViews;
import org.lessonbot.engine.posting.Whispers;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.lesson.Participant;
import org.lessonbot.time.LocalMoment;

/** How whoever leads a club gives one member more time than the club has, before its close or after it. */
final class MoreTime {
    /** In an action the mark of what the form began with, and the person's id: a bare number is a page of the list. */
    private static final Pattern OF = Pattern.compile("of/(?:([0-9a-f]{10})/)?(.+)");

    private final Whispers whispers;
    private final Setting setting;

    MoreTime(Whispers whispers, Setting setting) {
        this.whispers = whispers;
        this.setting = setting;
    }

    /** Asks for whom, then until when; by the button of the console and whatever follows from it. */
    Reply pressed(Standing club, Interaction interaction, Function<Move, Reply> move) {
        Words words = club.words();
        String argument = ((Interaction.Aimed) interaction.act()).action().argument();
        if (!club.isClub()) {
            return Reply.refused(words.say("more-time.no-club"), interaction.act(), words);
        }
        if (interaction.act() instanceof Interaction.Pick pick) {
            return form(club, String.join("", pick.values()), "");
        }
        Matcher of = OF.matcher(argument);
        if (!of.matches()) {
            int from = argument.matches("\\d{1,5}") ? Integer.parseInt(argument) : 0;
            return Reply.whisper(list(club, club.roster().students(), from));
        }
        String person = of.group(2);
        if (!(interaction.act() instanceof Interaction.Submit form)) {
            return form(club, person, "");
        }
        Begun begun = begun(club, person);
        return begun.isOld(Optional.ofNullable(of.group(1)).orElse(""))
                ? begun.refuse(form, again(club, person), words)
                : read(club, interaction, person, form.value(When.UNTIL), form.value(When.ZONE), move);
    }

    /** The same in one line. */
    Reply typed(
            Standing club, Interaction interaction, String who, String until, String zone, Function<Move, Reply> move) {
        Words words = club.words();
        if (!club.isClub()) {
            return Reply.refused(words.say("more-time.no-club"), interaction.act(), words);
        }
        List<Participant> meant = club.roster()
                .participant(who)
                .map(List::of)
                .orElseGet(() -> club.roster().called(who));
        List<Participant> students = meant.stream().filter(Participant::studies).toList();
        if (students.isEmpty()) {
            return Reply.refused(words.say("more-time.nobody"), interaction.act(), words);
        }
        if (students.size() > 1) {
            return Reply.giveBack(Reply.whisper(list(club, students, 0)), interaction.act(), words);
        }
        String person = students.get(0).id();
        return until.isBlank() ? form(club, person, zone) : read(club, interaction, person, until, zone, move);
    }

    private Message list(Standing club, List<Participant> students, int from) {
        Words words = club.words();
        if (students.isEmpty()) {
            return Message.text(words.say("club.finished", 0, 0));
        }
        List<Option> options = students.stream()
                .map(student -> new Option(student.id(), Limits.fit(student.name(), Limits.BUTTON_LABEL)))
                .toList();
        IntFunction<Action> page = first -> action(club, Integer.toString(first));
        return Message.text(words.say("more-time.about"))
                .then(new Message(new Lists(words.say("more-time.whom"), options, 1, 1).page(words, from, page, page)));
    }

    /** @param zone as it was typed, and so it stands in the form; empty for none */
    private Reply form(Standing club, String person, String zone) {
        Words words = club.words();
        if (!club.studies(person)) {
            return Reply.whisper(words.say("more-time.nobody"));
        }
        When when = When.of(setting, words);
        LocalMoment close = close(club);
        Optional<LocalMoment> given = club.moreTime(person);
        List<Form.Field> fields = List.of(
                when.untilField(given.map(until -> until.local().toString()).orElse("")),
                zone.isBlank() ? when.zoneField(given.orElse(close).zone()) : when.zoneField(zone));
        String about = words.say("more-time.for", club.roster().name(person));
        return new Reply.OpenForm(
                new Form(again(club, person), words.say("more-time.open"), fields, words.say("send")).withAbout(about));
    }

    private Reply read(
            Standing club,
            Interaction interaction,
            String person,
            String until,
            String zone,
            Function<Move, Reply> move) {
        Words words = club.words();
        When when = When.of(setting, words);
        Action again = again(club, person);
        if (!club.studies(person)) {
            return Reply.refused(words.say("more-time.nobody"), interaction.act(), words);
        }
        LocalMoment close = close(club);
        return when.read(until, zone, interaction.person(), close.zone())
                .map(
                        at -> {
                            boolean needless = club.lesson().endedAt().isEmpty()
                                    && !at.instant().isAfter(close.instant());
                            return needless
                                    ? when.refuse(
                                            interaction.act(),
                                            again,
                                            zone,
                                            words.say("more-time.needless", when.said(close)))
                                    : given(club, person, at, move);
                        },
                        why -> when.refuse(interaction.act(), again, zone, why));
    }

    private Reply given(Standing club, String person, LocalMoment until, Function<Move, Reply> move) {
        Reply reply = move.apply(new Move.MoreTime(person, until));
        if (!(reply instanceof Reply.Silent)) {
            return reply;
        }
        if (club.lesson().endedAt().isPresent()) {
            whispers.say(club.lesson(), person, "more-time", ClubViews.goesOn(club, until));
        }
        String said = When.of(setting, club.words()).said(until);
        return Reply.whisper(club.words().say("more-time.given", club.roster().name(person), said));
    }

    /** When the club closes, or closed. */
    private static LocalMoment close(Standing club) {
        return club.deadlines().stream()
                .max(Comparator.comparing(deadline -> deadline.at().instant()))
                .orElseThrow()
                .at();
    }

    private Begun begun(Standing club, String person) {
        When when = When.of(setting, club.words());
        return new Begun(club.lesson(), club.moreTime(person).map(when::said).orElse(""));
    }

    private Action again(Standing club, String person) {
        return action(club, "of/" + begun(club, person).mark() + "/" + person);
    }

    private static Action action(Standing club, String argument) {
        return Action.of(club.lesson().id(), Verb.MORE_TIME, argument);
    }
}

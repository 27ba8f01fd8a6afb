package org.lessonbot.engine.leading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Lists;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Option;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.attendance.Attendance;
import org.lessonbot.engine.drawing.PairViews;
import org.lessonbot.engine.posting.Whispers;
import org.lessonbot.engine.standing.Scenes;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Roster;
import org.lessonbot.plan.Pairing;

/** What whoever leads does about people: who works with whom, who is not here any more, who leads too. */
public final class PeopleControls {
    private final Scenes scenes;
    private final Attendance attendance;
    private final Whispers whispers;
    private final Consoles consoles;

    /** @param consoles which show something else from now on */
    public PeopleControls(Scenes scenes, Attendance attendance, Whispers whispers, Consoles consoles) {
        this.scenes = scenes;
        this.attendance = attendance;
        this.whispers = whispers;
        this.consoles = consoles;
    }

    /** Consoles before people's eyes. */
    @FunctionalInterface
    public interface Consoles {
        /** Shows somebody this in place of the console of a lesson. */
        void close(Lesson lesson, String person, Message instead);
    }

    Reply pairs(Lesson lesson) {
        return Reply.whisper(pairs(lesson, 0));
    }

    /** @param from the number of a student on the page that is wanted, from 0 */
    private Message pairs(Lesson lesson, int from) {
        Standing standing = scenes.now(lesson);
        Words words = standing.words();
        Pairing pairing = standing.pairing();
        var students = standing.roster().students();
        Message pairs = pairing == Pairing.NONE
                ? Message.text(words.say("engine.pairs.none"))
                : new PairViews(standing).list(pairing);
        if (students.isEmpty()) {
            return pairs;
        }
        List<Option> options = students.stream()
                .map(student -> new Option(student.id(), Limits.fit(student.name(), Limits.BUTTON_LABEL)))
                .toList();
        IntFunction<Action> gone = first -> Action.of(lesson.id(), Verb.GONE, Integer.toString(first));
        return pairs.then(
                new Message(new Lists(words.say("engine.pairs.gone"), options, 1, 1).page(words, from, gone, gone)));
    }

    /** Somebody is not here any more. */
    Reply gone(Lesson lesson, Interaction interaction, int from) {
        if (interaction.act() instanceof Interaction.Pick pick && !pick.values().isEmpty()) {
            attendance.leave(lesson, pick.values().get(0));
        }
        return Reply.whisper(pairs(lesson, from));
    }

    private static String named(Interaction interaction, Map<String, String> options) {
        return interaction.act() instanceof Interaction.Pick pick
                ? String.join("", pick.values())
                : options.getOrDefault("person", "");
    }

    /** Who is meant, by the ids that tell them apart. */
    private static List<Block> whom(Lesson lesson, List<Participant> meant, Words words) {
        List<Option> options = meant.stream()
                .map(one -> new Option(one.id(), Limits.fit(one.name() + " · " + one.id(), Limits.BUTTON_LABEL)))
                .toList();
        IntFunction<Action> pick = first -> Action.of(lesson.id(), Verb.TEACHER, Integer.toString(first));
        return new Lists(words.say("command.teacher.person"), options, 1, 1).page(words, 0, pick, pick);
    }

    /** Lets somebody lead too, named by the platform's id or by the name the class sees. */
    public Reply teacher(Lesson lesson, Interaction interaction, Map<String, String> options) {
        String person = named(interaction, options);
        Words words = scenes.words(lesson);
        if (person.isBlank()) {
            return Reply.whisper(words.say("engine.teacher.whom"));
        }
        Roster roster = scenes.now(lesson).roster();
        List<Participant> meant = roster.participant(person).map(List::of).orElseGet(() -> roster.called(person));
        if (meant.isEmpty()) {
            return Reply.refused(words.say("engine.teacher.unknown"), interaction.act(), words);
        }
        if (meant.size() > 1) {
            return Reply.whisper(Message.text(words.say("engine.teacher.several", person.strip()))
                    .then(new Message(whom(lesson, meant, words))));
        }
        Participant teacher = meant.get(0);
        attendance.letLead(lesson, teacher).join();
        Action console = Action.of(lesson.id(), Verb.CONSOLE, "");
        whispers.say(
                lesson,
                teacher.id(),
                "teacher",
                Message.of(
                        new Block.Text(words.say("engine.teacher.you")),
                        Block.Buttons.of(Button.primary(console, words.say("engine.teacher.console")))));
        Action back = Action.of(lesson.id(), Verb.STEP_DOWN, teacher.id());
        return Reply.whisper(Message.of(
                new Block.Text(words.say("engine.teacher.added", teacher.name())),
                Block.Buttons.of(Button.plain(back, words.say("engine.teacher.take-back")))));
    }

    /** Somebody leads no longer who was asked to. */
    Reply stepDown(Lesson lesson, String person) {
        Words words = scenes.words(lesson);
        Optional<Participant> meant = scenes.now(lesson).roster().participant(person);
        if (meant.isEmpty()) {
            return Reply.whisper(words.say("engine.teacher.unknown"));
        }
        String name = meant.get().name();
        if (attendance.stepDown(lesson, person)) {
            Message told = Message.text(words.say("engine.teacher.not-you"));
            consoles.close(lesson, person, told);
            whispers.say(lesson, person, "teacher", told);
        } else if (meant.get().teaches()) {
            return Reply.whisper(words.say("engine.teacher.own-right", name));
        }
        return Reply.whisper(words.say("engine.teacher.taken-back", name));
    }
}

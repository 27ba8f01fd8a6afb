package org.lessonbot.engine;

import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Option;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.door.LessonEngine;
import org.lessonbot.engine.door.Projection;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.models.Answer;
import org.lessonbot.models.ScriptedModels;
import org.lessonbot.models.Thought;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.Migrated;

/** The shipped lesson with a teacher and a class, by the engine alone: what people do is what a message lets them. */
abstract class WholeClass {
    static final Room ROOM = new Room(PaperPlatform.NAME, "class");
    static final Room OTHER = new Room(PaperPlatform.NAME, "another class");
    static final Person TEACHER = new Person("t", "Ms Rivers", true);
    static final Person COLLEAGUE = new Person("u", "Mr Hill", true);
    static final List<Person> STUDENTS = List.of(person("ann"), person("ben"), person("cleo"), person("dan"));

    static final Words WORDS = Phrasebook.of("en");
    final Migrated store = Migrated.fresh();
    final PaperPlatform chat = new PaperPlatform();
    final MovedClock clock = new MovedClock(ClubOverDays.BEGIN);
    final LessonEngine engine = engine();
    final Projection projection = new Projection(store.database(), Phrasebook::of, clock);
    private int interactions;

    private LessonEngine engine() {
        return new LessonEngine(
                store.database(),
                new Setting(
                        "one",
                        "en",
                        4,
                        () -> Map.of("how-ai-learns", ShippedLesson.edition()),
                        Phrasebook::of,
                        clock,
                        Setting.RETENTION,
                        new SecretPages(),
                        ZoneId.of("UTC"),
                        models()),
                List.of(chat));
    }

    private static ScriptedModels models() {
        return new ScriptedModels("base", "instruction_tuned", "rlhf", "values").script("base", request -> {
            Answer usual = ScriptedModels.answer("base", request.prompt() + " and so on");
            Thought thought = new Thought(List.of(
                    new Thought.Place("and", List.of(new Thought.Word("and", 0.6), new Thought.Word("but", 0.3))),
                    new Thought.Place(" so", List.of(new Thought.Word(" so", 0.5), new Thought.Word(" on", 0.3)))));
            return new Answer(
                    usual.text(), usual.original(), usual.provenance(), usual.troubles(), Optional.of(thought));
        });
    }

    private static final class SecretPages implements LessonPages {
        @Override
        public Optional<Page> board(Lesson lesson) {
            return Optional.of(new Page(URI.create("https://paper.example/board"), false));
        }

        @Override
        public Optional<Page> results(long lesson) {
            return Optional.of(new Page(URI.create("https://paper.example/results"), false));
        }
    }

    @AfterEach
    void end() {
        engine.close();
        store.close();
    }

    int waitingForModels() {
        return store.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from draft where under_way")
                        .mapTo(Integer.class)
                        .one());
    }

    /** A sum of all that is kept, but for what follows by itself: posts, leases and what is due. */
    long facts() {
        List<String> tables = List.of(
                "lesson",
                "round",
                "participant",
                "membership",
                "entry",
                "entry_log",
                "move",
                "deadline",
                "passage",
                "reason_shown",
                "wish",
                "reminder",
                "pool",
                "suggesting",
                "suggestion");
        String sum = tables.stream()
                .map(table -> "(select coalesce(sum(hashtext(t::text)::bigint), 0) from " + table + " t)")
                .collect(Collectors.joining(" + "));
        return store.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("select " + sum
                                + " + (select count(*) + coalesce(sum(round + kept::int), 0) from draft)")
                        .mapTo(Long.class)
                        .one());
    }

    void lead(Verb verb) {
        done(ROOM, TEACHER, new Interaction.Press(Action.of(lesson(ROOM).id(), verb, "")));
    }

    Message console() {
        return engine.console(ROOM, TEACHER).orElseThrow();
    }

    static List<Interaction.Aimed> acts(Reply reply) {
        if (reply instanceof Reply.OpenForm open) {
            Map<String, String> fields = new HashMap<>();
            open.form().fields().forEach(field -> fields.put(field.name(), filledIn(field)));
            return List.of(new Interaction.Submit(open.form().action(), fields));
        }
        return acts(shown(reply));
    }

    private static String filledIn(Form.Field field) {
        return switch (field.kind()) {
            case CHOICE -> field.options().get(0).value();
            case MOMENT -> "2026-10-29T18:00";
            case LINE, TEXT -> field.value().isEmpty() ? "These are my own words" : field.value();
        };
    }

    static List<Interaction.Aimed> acts(Message message) {
        List<Interaction.Aimed> acts = new ArrayList<>();
        for (Block block : message.blocks()) {
            if (block instanceof Block.Picker picker) {
                acts.add(new Interaction.Pick(
                        picker.action(),
                        picker.options().stream()
                                .limit(Math.max(1, picker.min()))
                                .map(Option::value)
                                .toList()));
            } else {
                block.offers().forEach(action -> acts.add(new Interaction.Press(action)));
            }
        }
        return acts;
    }

    static Message shown(Reply reply) {
        if (reply instanceof Reply.Console console) {
            return console.message();
        }
        return reply instanceof Reply.Whisper whisper ? whisper.message() : Message.of();
    }

    static Interaction.Command command(String name, Map<String, String> options) {
        return new Interaction.Command(name, options);
    }

    Lesson lesson(Room room) {
        return new Lessons(store.database().jdbi()).latestIn(room).orElseThrow();
    }

    static Person person(String name) {
        return new Person(name, "name-of-" + name, false);
    }
    /** The same act, under a name of its own. */
    Reply done(Room room, Person person, Interaction.Act act) {
        return done("i" + ++interactions, room, person, act);
    }

    Reply done(String id, Room room, Person person, Interaction.Act act) {
        return engine.handle(new Interaction(id, room, person, clock.instant(), act))
                .join();
    }

    /** The name of what was done last. */
    String last() {
        return "i" + interactions;
    }
}

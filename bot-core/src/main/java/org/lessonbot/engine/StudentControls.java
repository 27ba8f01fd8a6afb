package org.lessonbot.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.lessonbot.activity.Actor;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.VisibleText;
import org.lessonbot.chat.Words;
import org.lessonbot.lesson.Entry;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Roster;
import org.lessonbot.plan.Pairing;
import org.lessonbot.plan.Step;
import org.lessonbot.store.EntryReader;
import org.lessonbot.store.LessonTransaction;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.Rosters;

/** What everybody may do: take part, leave, see what is kept about them, have it erased. */
final class StudentControls {
    /** Verbs that everybody may use. */
    static final List<String> VERBS = List.of("join", "leave", "me", "forget", "forget-me", "forget-now");

    private static final int NAME = 30;
    private static final int LINES_A_PAGE = 12;
    private static final int VALUE = 200;

    private final Lessons lessons;
    private final Rosters rosters;
    private final EntryReader entries;
    private final Scenes scenes;
    private final Publisher publisher;
    private final BiConsumer<Lesson, String> forgotten;

    /** @param forgotten told who was erased from which lesson */
    StudentControls(
            Lessons lessons,
            Rosters rosters,
            EntryReader entries,
            Scenes scenes,
            Publisher publisher,
            BiConsumer<Lesson, String> forgotten) {
        this.lessons = lessons;
        this.rosters = rosters;
        this.entries = entries;
        this.scenes = scenes;
        this.publisher = publisher;
        this.forgotten = forgotten;
    }

    Reply run(Lesson lesson, Actor actor, String verb, String argument, Map<String, String> options) {
        Words words = scenes.words(lesson);
        return switch (verb) {
            case "join" -> join(lesson, actor, options.getOrDefault("name", ""), words);
            case "leave" -> {
                leave(lessons, scenes, lesson, actor.id());
                publisher.poke(lesson.id());
                yield Reply.whisper(words.say("engine.left"));
            }
            case "me" -> Reply.whisper(kept(lesson, actor, argument, words));
            case "forget", "forget-me" ->
                Reply.whisper(Message.of(
                        new Block.Text(words.say("engine.forget.sure")),
                        Block.Buttons.of(
                                Button.danger(action(lesson, "forget-now", ""), words.say("engine.forget.now")))));
            case "forget-now" -> forget(lesson, actor, words);
            default -> throw new IllegalArgumentException(verb);
        };
    }

    private Reply join(Lesson lesson, Actor actor, String chosen, Words words) {
        if (actor.teacher()) {
            rosters.join(lesson.id(), actor.id(), actor.name(), Participant.Role.TEACHER);
            return Reply.whisper(words.say("engine.joined.teacher"));
        }
        String name = chosen.isEmpty() ? actor.name() : Limits.fit(VisibleText.name(chosen), NAME);
        enter(lesson, actor.id(), name);
        Roster roster = rosters.of(lesson.id());
        Pairing pairing = scenes.step(lesson, lesson.step()).pairing();
        String joined = words.say("engine.joined", name);
        return Reply.whisper(
                pairing == Pairing.NONE ? joined : joined + "\n\n" + partner(words, roster, pairing, actor.id()));
    }

    /** Whoever answers takes part, under the name they chose earlier if they were here before. */
    void enterByAnswering(Lesson lesson, Actor actor) {
        Optional<Participant> known = rosters.find(lesson.id(), actor.id());
        if (known.filter(Participant::present).isEmpty()) {
            enter(lesson, actor.id(), known.map(Participant::name).orElse(actor.name()));
        }
    }

    /** Makes sure that somebody is in the lesson, and has a partner where people work in pairs. */
    private void enter(Lesson lesson, String person, String name) {
        if (rosters.join(lesson.id(), person, name, Participant.Role.STUDENT)) {
            lessons.move(lesson.id(), tx -> {
                Step step = scenes.step(tx.lesson(), tx.lesson().step());
                tx.refresh();
                return Moves.pair(tx, step.pairing());
            });
            publisher.poke(lesson.id());
        }
    }

    /** Notes that somebody is away; whoever is left alone by it gets a new partner. */
    static void leave(Lessons lessons, Scenes scenes, Lesson lesson, String person) {
        regroup(lessons, scenes, lesson, person, tx -> tx.present(person, false));
    }

    /** Takes somebody out of their pairs; whoever is left alone by it gets a new partner. */
    static void leaveGroups(Lessons lessons, Scenes scenes, Lesson lesson, String person) {
        regroup(lessons, scenes, lesson, person, tx -> {});
    }

    private static void regroup(
            Lessons lessons, Scenes scenes, Lesson lesson, String person, Consumer<LessonTransaction> change) {
        lessons.move(lesson.id(), tx -> {
            change.accept(tx);
            Moves.ungroup(tx, person);
            tx.refresh();
            return Moves.pair(tx, scenes.step(tx.lesson(), tx.lesson().step()).pairing());
        });
    }

    /** Who somebody's partner is, in a sentence. */
    static String partner(Words words, Roster roster, Pairing pairing, String person) {
        List<String> partners = roster.partners(pairing, person);
        return partners.isEmpty()
                ? words.say("engine.partner.none")
                : words.say(
                        "engine.partner", partners.stream().map(roster::name).collect(Collectors.joining(", ")));
    }

    /** Everything that is kept about somebody, a page at a time. */
    private Message kept(Lesson lesson, Actor actor, String argument, Words words) {
        List<EntryReader.Kept> all = entries.kept(lesson.room(), actor.id());
        int page = argument.matches("\\d{1,4}") ? Integer.parseInt(argument) : 0;
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(words.say("engine.me.title")));
        blocks.add(new Block.Text(words.say(
                "engine.me.person", actor.id(), rosters.of(lesson.id()).name(actor.id()), all.size())));
        List<String> lines = all.stream()
                .skip((long) page * LINES_A_PAGE)
                .limit(LINES_A_PAGE)
                .map(one -> line(one, words))
                .toList();
        if (!lines.isEmpty()) {
            blocks.add(new Block.Items(lines));
        }
        if (all.size() > (page + 1) * LINES_A_PAGE) {
            blocks.add(Block.Buttons.of(
                    Button.plain(action(lesson, "me", String.valueOf(page + 1)), words.say("engine.me.more"))));
        }
        return new Message(blocks);
    }

    private String line(EntryReader.Kept kept, Words words) {
        Entry entry = kept.entry();
        Lesson lesson = lessons.find(kept.lesson()).orElseThrow();
        return words.say(
                kept.replaced() ? "engine.me.before" : "engine.me.line",
                scenes.step(lesson, entry.step()).title(),
                entry.round(),
                entry.field(),
                Limits.fit(entry.value(), VALUE));
    }

    /** In all lessons of the room: afterwards there is nobody who could ask it for the earlier ones. */
    private Reply forget(Lesson lesson, Actor actor, Words words) {
        if (lesson.endedAt().isEmpty()) {
            leave(lessons, scenes, lesson, actor.id());
        }
        Rosters.Forgotten erased = rosters.forget(lesson.room(), actor.id());
        forgotten.accept(lesson, actor.id());
        erased.lessons().forEach(publisher::poke);
        return Reply.whisper(words.say("engine.forgotten", erased.entries()));
    }

    private static Action action(Lesson lesson, String verb, String argument) {
        return new Action(lesson.id(), "", 0, verb, argument);
    }
}

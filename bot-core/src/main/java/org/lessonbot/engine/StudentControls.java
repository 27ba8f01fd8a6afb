package org.lessonbot.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lessonbot.activity.Actor;
import org.lessonbot.activity.Drawing;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.VisibleText;
import org.lessonbot.chat.Words;
import org.lessonbot.lesson.Entry;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Round;
import org.lessonbot.lesson.ShownReason;
import org.lessonbot.plan.Step;
import org.lessonbot.store.EntryReader;
import org.lessonbot.store.Rosters;
import org.lessonbot.store.Suggestions;

/** What everybody may do: take part, leave, see what is kept about them, have it erased. */
final class StudentControls {
    private static final int NAME = 30;
    private static final int LINES_A_PAGE = 12;
    /** Characters of a page, but for one entry that is longer alone. */
    private static final int PAGE = 2_400;

    private final Rosters rosters;
    private final EntryReader entries;
    private final OtherAnswers others;
    private final Scenes scenes;
    private final Looks looks;
    private final Publisher publisher;
    private final Attendance attendance;
    private final Clubs clubs;
    private final OwnSettings settings;
    private final BiConsumer<Lesson, String> forgotten;
    private final Suggestions suggestions;

    /** @param forgotten told who was erased from which lesson */
    StudentControls(
            Rosters rosters,
            EntryReader entries,
            OtherAnswers others,
            Scenes scenes,
            Looks looks,
            Publisher publisher,
            Attendance attendance,
            Clubs clubs,
            OwnSettings settings,
            BiConsumer<Lesson, String> forgotten,
            Suggestions suggestions) {
        this.suggestions = suggestions;
        this.rosters = rosters;
        this.entries = entries;
        this.others = others;
        this.scenes = scenes;
        this.looks = looks;
        this.publisher = publisher;
        this.attendance = attendance;
        this.clubs = clubs;
        this.settings = settings;
        this.forgotten = forgotten;
    }

    CompletableFuture<Reply> run(
            Lesson lesson,
            Actor actor,
            Interaction interaction,
            Verb verb,
            String argument,
            Map<String, String> options) {
        return switch (verb) {
            case JOIN -> came(lesson, interaction, join(lesson, actor, options.getOrDefault("name", "")));
            case CONTINUE -> came(lesson, interaction, clubs.go(scenes.now(lesson), actor, argument));
            case ME ->
                CompletableFuture.completedFuture(
                        options.isEmpty()
                                ? me(lesson, actor, argument)
                                : settings.change(scenes.now(lesson), interaction, options));
            default -> CompletableFuture.completedFuture(run(lesson, actor, verb));
        };
    }

    private CompletableFuture<Reply> came(Lesson lesson, Interaction interaction, CompletableFuture<Reply> reply) {
        return lesson.isClub()
                ? reply.thenApply(said -> settings.came(scenes.now(lesson), interaction.person(), said))
                : reply;
    }

    private Reply me(Lesson lesson, Actor actor, String argument) {
        return argument.equals(OwnSettings.BACK)
                ? settings.back(scenes.now(lesson), actor.id())
                : Reply.whisper(kept(lesson, actor, argument, scenes.words(lesson)));
    }

    private Reply run(Lesson lesson, Actor actor, Verb verb) {
        Words words = scenes.words(lesson);
        return switch (verb) {
            case LEAVE -> {
                attendance.leave(lesson, actor.id());
                yield Reply.whisper(words.say("engine.left"));
            }
            case FORGET, FORGET_ME ->
                Reply.whisper(Message.of(
                        new Block.Text(words.say("engine.forget.sure")),
                        Block.Buttons.of(Button.danger(
                                Action.of(lesson.id(), Verb.FORGET_NOW, ""), words.say("engine.forget.now")))));
            case FORGET_NOW -> forget(lesson, actor, words);
            default -> throw new IllegalArgumentException(verb.word());
        };
    }

    private CompletableFuture<Reply> join(Lesson lesson, Actor actor, String chosen) {
        Words words = scenes.words(lesson);
        String name = Limits.fit(VisibleText.name(chosen), NAME);
        if (actor.teacher() && name.isEmpty()) {
            return attendance
                    .lead(lesson, actor.id(), actor.name())
                    .thenApply(joined -> Reply.whisper(words.say("engine.joined.teacher")));
        }
        if (actor.teacher()) {
            return attendance
                    .leadAs(lesson, actor.id(), name)
                    .thenApply(joined -> Reply.whisper(
                            words.say("engine.joined", joined) + "\n\n" + words.say("engine.joined.teacher")));
        }
        return (name.isEmpty() ? attendance.join(lesson, actor) : attendance.joinAs(lesson, actor, name))
                .thenApply(joined -> clubs.welcome(scenes.now(lesson), actor.id(), joined));
    }

    /**
     * Everything that is kept about somebody, a page at a time.
     *
     * @param argument how many lines stand on the pages before
     */
    private Message kept(Lesson lesson, Actor actor, String argument, Words words) {
        Map<Object, Function<Entry, String>> recalled = new HashMap<>();
        List<Supplier<String>> all = new ArrayList<>();
        List<EntryReader.Kept> entered = entries.kept(lesson.room(), actor.id());
        entered.forEach(kept -> all.add(() -> line(kept, recalled)));
        others.readBy(lesson.room(), actor.id())
                .forEach((where, read) -> read.forEach(one -> all.add(() -> line(scenes.now(where), one))));
        int from = argument.matches("\\d{1,4}") ? Integer.parseInt(argument) : 0;
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(words.say("engine.me.title")));
        blocks.add(new Block.Text(words.say(
                "engine.me.person", actor.id(), scenes.now(lesson).roster().name(actor.id()), entered.size())));
        List<String> lines = new ArrayList<>();
        int length = 0;
        for (Supplier<String> kept : all.subList(Math.min(from, all.size()), all.size())) {
            String line = kept.get();
            length += line.length();
            if (!lines.isEmpty() && (length > PAGE || lines.size() == LINES_A_PAGE)) {
                break;
            }
            lines.add(line);
        }
        if (!lines.isEmpty()) {
            blocks.add(new Block.Items(lines));
        }
        int next = from + lines.size();
        if (next < all.size()) {
            blocks.add(Block.Buttons.of(
                    Button.plain(Action.of(lesson.id(), Verb.ME, String.valueOf(next)), words.say("engine.me.more"))));
        }
        if (from == 0) {
            suggestions
                    .of(lesson.room(), actor.id())
                    .forEach(prompt -> blocks.add(new Block.Text(words.say("suggest.kept", prompt))));
            blocks.addAll(settings.blocks(scenes.now(lesson), actor.id()));
        }
        return new Message(blocks);
    }

    private String line(EntryReader.Kept kept, Map<Object, Function<Entry, String>> recalled) {
        Entry entry = kept.entry();
        Standing standing = scenes.now(kept.lesson());
        Lesson lesson = standing.lesson();
        Step step = scenes.step(lesson, entry.step());
        String said = recalled.computeIfAbsent(
                        List.of(lesson.id(), entry.step(), entry.round()),
                        where -> scenes.recall(
                                lesson,
                                standing.round(entry.step(), entry.round())
                                        .orElseThrow()
                                        .round()))
                .apply(entry);
        int round = step.rounds() > 1 || entry.round() > 1 ? entry.round() : 0;
        return scenes.words(lesson)
                .say(kept.replaced() ? "engine.me.before" : "engine.me.line", step.title(), round, said);
    }

    /** What somebody read of others. Nobody is named by it, and what may be shown no longer does not stand here either. */
    private String line(Standing standing, ShownReason read) {
        Round round = standing.round(read.stop().step(), read.stop().round())
                .orElseThrow()
                .round();
        Drawing<?, ?> drawing = scenes.drawing(standing.lesson(), round);
        Step step = standing.step(round.step());
        int number = step.rounds() > 1 || round.number() > 1 ? round.number() : 0;
        String chosen = drawing.chosen(read.answer());
        return drawing.reasons().stream()
                .filter(read::is)
                .findFirst()
                .map(reason -> standing.words().say("engine.me.read", step.title(), number, chosen, reason.text()))
                .orElseGet(() -> standing.words().say("engine.me.read-gone", step.title(), number, chosen));
    }

    /** In all lessons of the room: afterwards there is nobody who could ask it for the earlier ones. */
    private Reply forget(Lesson lesson, Actor actor, Words words) {
        if (lesson.endedAt().isEmpty()) {
            attendance.leave(lesson, actor.id());
        }
        Rosters.Forgotten erased = rosters.forget(lesson.room(), actor.id());
        looks.forget();
        forgotten.accept(lesson, actor.id());
        erased.lessons().forEach(publisher::poke);
        return Reply.whisper(words.say("engine.forgotten", erased.entries()));
    }
}

package org.lessonbot.engine.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lessonbot.activity.Actor;
import org.lessonbot.activity.Drawing;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.drawing.OtherAnswers;
import org.lessonbot.engine.drawing.PageLinks;
import org.lessonbot.engine.standing.Scenes;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.lesson.Entry;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Round;
import org.lessonbot.lesson.ShownReason;
import org.lessonbot.plan.Step;
import org.lessonbot.store.EntryReader;
import org.lessonbot.store.Suggestions;

/** Everything that is kept about somebody, for themselves. */
public final class OwnData {
    private static final int LINES_A_PAGE = 12;
    /** Characters of a page, but for one entry that is longer alone. */
    private static final int PAGE = 2_400;

    private final Scenes scenes;
    private final EntryReader entries;
    private final OtherAnswers others;
    private final Suggestions suggestions;
    private final OwnSettings settings;
    private final PageLinks pages;

    public OwnData(
            Scenes scenes,
            EntryReader entries,
            OtherAnswers others,
            Suggestions suggestions,
            OwnSettings settings,
            PageLinks pages) {
        this.scenes = scenes;
        this.entries = entries;
        this.others = others;
        this.suggestions = suggestions;
        this.settings = settings;
        this.pages = pages;
    }

    /**
     * All of it, a page at a time.
     *
     * @param argument how many lines stand on the pages before
     */
    Message page(Lesson lesson, Actor actor, String argument) {
        Words words = scenes.words(lesson);
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
            blocks.addAll(pages.own(lesson, actor.id(), words).blocks());
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
}

package org.lessonbot.club;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Lists;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Option;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Stop;

/**
 * The reasons of one round that a club's members are shown of each other, a page at a time, for whoever leads it: they hide some,
 * and prepare their own. It names nobody.
 *
 * @param stop the round
 * @param lines those that are or were shown to others, and those that are hidden, always in the same order
 * @param from the number of a line on the page, from 0
 * @param title of a round that asks for reasons
 * @param rounds all rounds that do, this one among them
 */
public record ReasonsPage(
        Lesson lesson,
        Stop stop,
        List<Line> lines,
        int from,
        Function<Stop, String> title,
        List<Stop> rounds,
        Words words) {
    /** More would be long on a phone, and on some platforms too much for one message. */
    private static final int LINES = 6;

    public ReasonsPage {
        lines = List.copyOf(lines);
        rounds = List.copyOf(rounds);
    }

    /**
     * One reason.
     *
     * @param code its name within its round
     * @param chosen what it is a reason for, in words
     * @param source {@code member}, {@code lesson} or {@code leader}: who gave or prepared it
     * @param readers to how many it was shown
     */
    public record Line(String code, String text, String chosen, String source, int readers, boolean hidden) {}

    public Message message() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(words.say("reasons.title")));
        blocks.add(new Block.Labelled(title.apply(stop), words.say("reasons.about")));
        int first = Math.max(0, Math.min(from, lines.size() - 1)) / LINES * LINES;
        int end = Math.min(first + LINES, lines.size());
        lines.subList(first, end).forEach(line -> blocks.add(row(line, first)));
        if (lines.isEmpty()) {
            blocks.add(new Block.Text(words.say("reasons.none", Differing.REAL)));
        }
        List<Button> buttons = new ArrayList<>();
        buttons.add(Button.plain(action(Verb.SEED, ""), words.say("reasons.seed")));
        if (lines.size() > LINES) {
            buttons.add(Button.plain(action(Verb.REASONS, "/" + Math.max(0, first - LINES)), words.say("list.before"))
                    .enabled(first > 0));
            buttons.add(Button.plain(action(Verb.REASONS, "/" + (first + LINES)), words.say("list.after"))
                    .enabled(end < lines.size()));
        }
        blocks.add(new Block.Buttons(buttons));
        if (rounds.size() > 1) {
            List<Option> others = rounds.stream()
                    .map(round -> new Option(
                            round.step() + "/" + round.round(), Limits.fit(title.apply(round), Limits.BUTTON_LABEL)))
                    .toList();
            blocks.addAll(new Lists(words.say("reasons.other-round"), others, 1, 1)
                    .page(
                            words,
                            rounds.indexOf(stop),
                            n -> Action.of(lesson.id(), Verb.REASONS, n == 0 ? "" : Integer.toString(n)),
                            n -> Action.of(
                                    lesson.id(),
                                    Verb.REASONS,
                                    others.get(Math.min(n, others.size() - 1)).value())));
        }
        return new Message(blocks);
    }

    private Block row(Line line, int first) {
        String where = "/" + first + "/" + line.code();
        Button button = line.hidden()
                ? Button.plain(action(Verb.SHOW_REASON, where), words.say("reasons.undo"))
                : Button.plain(action(Verb.HIDE_REASON, where), words.say("reasons.hide"));
        String read = line.readers() == 0 ? "none" : line.readers() < Lesson.ENOUGH ? "few" : "some";
        return new Block.Row(
                line.text(),
                words.say(
                        "reasons.line",
                        line.hidden() ? "hidden" : "shown",
                        line.chosen(),
                        line.source(),
                        read,
                        line.readers(),
                        Lesson.ENOUGH),
                button);
    }

    private Action action(Verb verb, String where) {
        return Action.of(lesson.id(), verb, stop.step() + "/" + stop.round() + where);
    }
}

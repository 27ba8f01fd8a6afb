package org.lessonbot.engine.drawing;

import java.util.Optional;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.LessonPages;
import org.lessonbot.lesson.Lesson;

/** Links to pages of a lesson, as they are whispered to whoever may open them; where there are no such pages, what to do instead. */
public record PageLinks(LessonPages pages) {
    /** On the button that asks for the report with names. */
    private static final String NAMES = "names";

    public Message board(Lesson lesson, Words words) {
        return pages.board(lesson)
                .map(page -> here(link(page, "engine.board", words), page, words))
                .orElseGet(() -> Message.text(words.say("engine.board-none")));
    }

    /** What was answered, to take away, and what leads to it as a page. */
    public Message results(Lesson lesson, Words words) {
        Block byHand = new Block.Footnote(words.say("engine.export-by-hand", lesson.id()));
        return pages.results(lesson.id())
                .map(page -> here(
                        link(page, "engine.export", words)
                                .then(reports(lesson, words))
                                .then(new Block.Footnote(words.say("engine.export-day"))),
                        page,
                        words))
                .orElse(Message.of())
                .then(byHand);
    }

    /** The report, what goes with it, and how to have it with names. */
    public Message report(Lesson lesson, String argument, Words words) {
        Block byHand = new Block.Footnote(words.say("engine.report.by-hand", lesson.id()));
        boolean named = argument.equals(NAMES);
        Optional<LessonPages.Page> report = pages.report(lesson.id(), named);
        if (report.isEmpty()) {
            return Message.of(byHand);
        }
        Message links = named ? link(report.get(), "engine.report.named", words) : reports(lesson, words);
        Message day = links.then(new Block.Footnote(words.say("engine.export-day")));
        Message said = here(day, report.get(), words).then(byHand);
        return named
                ? said
                : said.then(Block.Buttons.of(
                        Button.plain(Action.of(lesson.id(), Verb.REPORT, NAMES), words.say("engine.report.names"))));
    }

    private Message reports(Lesson lesson, Words words) {
        Message links = pages.report(lesson.id(), false)
                .map(page -> link(page, "engine.report", words))
                .orElse(Message.of());
        Message handout = pages.handout(lesson.id())
                .map(page -> link(page, "engine.report.handout", words))
                .orElse(Message.of());
        Message beside = pages.beside(lesson.id())
                .map(page -> link(page, "engine.report.beside", words))
                .orElse(Message.of());
        return links.then(handout).then(beside);
    }

    /** What one person did, for that person alone; nothing where there are no such pages. */
    public Message own(Lesson lesson, String person, Words words) {
        return pages.own(lesson.id(), person)
                .map(page -> here(link(page, "engine.me.page", words), page, words))
                .orElse(Message.of());
    }

    private static Message link(LessonPages.Page page, String label, Words words) {
        return Message.of(new Block.Link(words.say(label), page.address()));
    }

    private static Message here(Message links, LessonPages.Page page, Words words) {
        return page.onlyHere() ? links.then(new Block.Footnote(words.say("engine.link-here"))) : links;
    }
}

package org.lessonbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;
import org.lessonbot.engine.adapter.LatestConsoles;
import org.lessonbot.store.Database;
import org.lessonbot.store.Migrated;
import org.lessonbot.store.TestDatabase;
import org.lessonbot.web.tables.Item;
import org.lessonbot.web.tables.Items;
import org.lessonbot.web.tables.People;
import org.lessonbot.web.tables.Rooms;
import org.lessonbot.web.tables.Tables;

/** Somebody is asked for what comes next in a club when they are back, and may press meanwhile. */
class AnswersTest {
    private static final Interaction.Command GOES_ON = new Interaction.Command(Verb.CONTINUE.word(), Map.of());
    private static final String SLOT = Item.VIEW + 7;

    private final TestDatabase test = TestDatabase.fresh(OpenClassroom.MIGRATOR);
    private final Database database = Migrated.open(test, 2);
    private final Tables tables = Tables.of(database);
    private final Feed feed = new Feed(new Items(tables, Clock.systemUTC()));
    private final Answers answers = new Answers(feed, new LatestConsoles(), OpenClassroom.ENGLISH, Runnable::run);
    private final Visitor mira = new Visitor(
            Door.CLASS,
            new Rooms(tables).open("Room 12", WebIds::freshRoom, WebIds::freshCode),
            new Person("mira", "Mira", false));

    AnswersTest() {
        new People(tables, Clock.systemUTC()).enter(mira.room().id(), "mira", "Mira", true);
    }

    @AfterEach
    void close() {
        database.close();
        test.close();
    }

    @Test
    void whoComesBackIsShownWhatIsNextByNow() {
        Item before = shown("8 · Ask");

        answers.goOn(mira, GOES_ON, next("9 · Question review"), before);

        assertThat(shownAtLast()).contains("9 · Question review");
    }

    @Test
    void whatSomebodyPressedMeanwhileIsNotTakenBackByWhatWasAskedBefore() {
        Item before = shown("8 · Ask");
        shown("9 · Question review");

        answers.goOn(mira, GOES_ON, next("8 · Ask"), before);

        assertThat(shownAtLast()).contains("9 · Question review");
    }

    private static Reply next(String text) {
        return Reply.whisper(Message.of(
                new Block.Text(text), Block.Buttons.of(Button.primary(Action.of(7, Verb.CONTINUE, ""), "Continue"))));
    }

    private Item shown(String text) {
        return feed.put(mira.own(), Items.Draft.alone(SLOT, text)).orElseThrow();
    }

    private String shownAtLast() {
        feed.close();
        return feed.newest(mira.own(), SLOT).orElseThrow().html();
    }
}

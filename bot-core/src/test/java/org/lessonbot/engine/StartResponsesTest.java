package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.door.LessonEngine;
import org.lessonbot.plan.Bank;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.Item;
import org.lessonbot.plan.Provenance;
import org.lessonbot.plan.Response;
import org.lessonbot.store.Migrated;

/** Whoever starts a lesson says whether its responses are to be real or written. */
class StartResponsesTest {
    private static final Room ROOM = new Room(PaperPlatform.NAME, "class");
    private static final Person TEACHER = new Person("t", "Ms Rivers", true);

    private final Migrated store = Migrated.fresh();
    private final PaperPlatform chat = new PaperPlatform();
    private final LessonEngine engine = new LessonEngine(
            store.database(),
            new Setting(
                    "one",
                    "en",
                    2,
                    () -> Map.of("written", GuessingLesson.edition(), "both", both()),
                    language -> GuessingLesson.WORDS,
                    Clock.systemUTC()),
            List.of(chat));
    private int interactions;

    @AfterEach
    void stop() {
        engine.close();
        store.close();
    }

    /** The same lesson, in whose bank the first of four prompts was answered by models. */
    private static Edition both() {
        Edition written = GuessingLesson.edition();
        Provenance model =
                new Provenance(Provenance.Origin.MODEL, "olmo", "", "main", "s", "t", "2026-03-02", "1 s", false, "");
        List<Item> items = new ArrayList<>(written.bank().items());
        items.set(
                0,
                new Item(
                        "item-0",
                        "stages",
                        "everyday",
                        "easy",
                        "Prompt 0",
                        Map.of("base", new Response("continues", model), "rlhf", new Response("helps", model)),
                        Map.of(),
                        "Notice."));
        return new Edition(written.plan(), new Bank(items));
    }

    @Test
    void realOnesComeFirst() {
        engine.start();
        command("start", Map.of("lesson", "both", "responses", "real"));

        chat.await("the first round", room -> room.room().toString().contains("Prompt 0"));
    }

    @Test
    void writtenOnesAreAllThereIs() {
        engine.start();
        command("start", Map.of("lesson", "both", "responses", "written"));
        for (int prompt = 1; prompt < 3; prompt++) {
            assertThat(command("again", Map.of())).isSameAs(Reply.SILENT);
        }

        assertThat(command("again", Map.of()).toString()).contains("engine.none-left");
        chat.await("all three", room -> room.room().size() >= 3);
        assertThat(chat.room().toString()).doesNotContain("Prompt 0");
    }

    @Test
    void whatTheBankDoesNotHaveStartsNothing() {
        assertThat(command("start", Map.of("lesson", "written", "responses", "real"))
                        .toString())
                .contains("start.responses.none");
        assertThat(command("start", Map.of("lesson", "written")).toString()).contains("engine.started");
    }

    private Reply command(String name, Map<String, String> options) {
        return engine.handle(new Interaction(
                        "i" + ++interactions,
                        ROOM,
                        TEACHER,
                        Clock.systemUTC().instant(),
                        new Interaction.Command(name, options)))
                .join();
    }
}

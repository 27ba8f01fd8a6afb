package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.door.LessonEngine;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.store.Migrated;

/** A school has more lessons than one list can hold. */
class ManyLessonsTest {
    private static final Room ROOM = new Room(PaperPlatform.NAME, "club");
    private static final Person LEADER = new Person("t", "Ms Rivers", true);

    private final Migrated store = Migrated.fresh();
    private final LessonEngine engine = new LessonEngine(
            store.database(),
            new Setting("one", "en", 2, ManyLessonsTest::library, Phrasebook::of, Clock.systemUTC()),
            List.of(new PaperPlatform()));
    private int interactions;

    @AfterEach
    void stop() {
        engine.close();
        store.close();
    }

    @Test
    void aClubCanTakeAnyOfThem() {
        Reply asked = act(new Interaction.Command("start", Map.of("pace", "self", "zone", "Europe/Berlin")));

        Message lists = ((Reply.Whisper) asked).message();
        List<Block.Picker> pickers = lists.blocks().stream()
                .filter(Block.Picker.class::isInstance)
                .map(Block.Picker.class::cast)
                .toList();
        assertThat(pickers).hasSize(2);
        assertThat(pickers.get(1).options())
                .extracting(option -> option.value())
                .endsWith("lesson-29");
        assertThat(lists.toString()).as("what was typed").contains("Europe/Berlin");
        Reply opened = act(new Interaction.Pick(pickers.get(1).action(), List.of("lesson-29")));
        Form form = ((Reply.OpenForm) opened).form();
        assertThat(form.fields()).extracting(Form.Field::name).doesNotContain("lesson");
        assertThat(form.fields())
                .filteredOn(field -> field.name().equals("zone"))
                .extracting(Form.Field::value)
                .containsExactly("Europe/Berlin");
        Reply offer = act(new Interaction.Submit(form.action(), Map.of("until", "in 10 days", "zone", "UTC")));
        assertThat(offer.toString()).contains("Lesson 29", "start-club");
    }

    /** By their ids. */
    private static Map<String, Edition> library() {
        Edition shipped = ShippedLesson.edition();
        LessonPlan plan = shipped.plan();
        Map<String, Edition> lessons = new LinkedHashMap<>();
        for (int n = 0; n < 30; n++) {
            LessonPlan another = new LessonPlan(
                    "lesson-" + n,
                    "Lesson " + n,
                    plan.summary(),
                    plan.language(),
                    plan.minutes(),
                    plan.steps(),
                    plan.stretches());
            lessons.put(another.id(), new Edition(another, shipped.bank()));
        }
        return lessons;
    }

    private Reply act(Interaction.Act act) {
        return engine.handle(new Interaction("i" + ++interactions, ROOM, LEADER, Instant.now(), act))
                .join();
    }
}

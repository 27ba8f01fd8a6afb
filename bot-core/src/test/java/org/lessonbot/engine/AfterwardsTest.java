package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Verb;
import org.lessonbot.engine.door.LessonEngine;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.Migrated;

/** The shipped lesson once it is over: what its posts still offer is still taken. */
class AfterwardsTest {
    private static final Room ROOM = new Room(PaperPlatform.NAME, "class");
    private static final Person TEACHER = new Person("t", "Ms Rivers", true);
    private static final Person STUDENT = new Person("s1", "Ana", false);

    private final Migrated store = Migrated.fresh();
    private final PaperPlatform chat = new PaperPlatform();
    private final LessonEngine engine = new LessonEngine(
            store.database(),
            new Setting(
                    "one",
                    "en",
                    2,
                    () -> Map.of("how-ai-learns", ShippedLesson.edition()),
                    Phrasebook::of,
                    Clock.systemUTC()),
            List.of(chat));
    private int interactions;

    @AfterEach
    void stop() {
        engine.close();
        store.close();
    }

    @Test
    void noButtonThatIsLeftOnAPostIsRefused() {
        engine.start();
        command(TEACHER, Verb.START);
        command(STUDENT, Verb.JOIN);
        String last = ShippedLesson.edition()
                .plan()
                .steps()
                .get(ShippedLesson.edition().plan().steps().size() - 1)
                .id();
        while (!lesson().step().equals(last)) {
            command(TEACHER, Verb.NEXT);
        }
        act(TEACHER, new Interaction.Press(Action.of(lesson().id(), Verb.END_NOW, "")));
        chat.await("all that the end changes", room -> pending() == 0);

        List<Action> offers = chat.room().stream()
                .map(Message::offers)
                .flatMap(List::stream)
                .distinct()
                .toList();

        assertThat(offers).extracting(Action::verb).contains("page", "mine", "me", "forget");
        String over = Phrasebook.of("en").say("engine.over");
        for (Action offer : offers) {
            assertThat(act(STUDENT, new Interaction.Press(offer)).toString())
                    .as(offer.id())
                    .doesNotContain(over);
        }
    }

    private int pending() {
        return store.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from post where wanted > shown")
                        .mapTo(Integer.class)
                        .one());
    }

    private Lesson lesson() {
        return new Lessons(store.database().jdbi()).latestIn(ROOM).orElseThrow();
    }

    private Reply command(Person person, Verb verb) {
        return act(person, new Interaction.Command(verb.word(), Map.of()));
    }

    private Reply act(Person person, Interaction.Act act) {
        return engine.handle(new Interaction("i" + ++interactions, ROOM, person, Instant.now(), act))
                .join();
    }
}

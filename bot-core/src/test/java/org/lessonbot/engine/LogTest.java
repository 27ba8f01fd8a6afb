package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.door.LessonEngine;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.store.Migrated;
import org.slf4j.LoggerFactory;

/** What the log says of people. */
class LogTest {
    private static final Room ROOM = new Room(PaperPlatform.NAME, "class");

    /** Every line of the log, with what was thrown; of other tests too, which run beside this one. */
    private static final class Said extends AppenderBase<ILoggingEvent> {
        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage() + " " + ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
    }

    /** In the browser the id of an act begins with its person's. */
    @Test
    void anActThatDidNotCountIsFoundInTheLogAndWhoseItWasIsNot() {
        Person person = new Person("p4711quokka", "Anastasia Quokka", true);
        Interaction start = new Interaction(
                person.id() + ":c1", ROOM, person, Instant.now(), new Interaction.Command("start", Map.of()));
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Said said = new Said();
        said.start();
        root.addAppender(said);
        try (Migrated store = Migrated.fresh();
                LessonEngine engine = new LessonEngine(
                        store.database(),
                        new Setting("one", "en", 2, LogTest::broken, Phrasebook::of, Clock.systemUTC()),
                        List.of(new PaperPlatform()))) {
            engine.handle(start).join();
        } finally {
            root.detachAppender(said);
        }

        assertThat(said.lines).anyMatch(line -> line.contains(Engine.trace(start)) && line.contains("no lessons now"));
        assertThat(said.lines).noneMatch(line -> line.contains(person.id()) || line.contains(person.name()));
    }

    private static <T> T broken() {
        throw new IllegalStateException("no lessons now");
    }
}

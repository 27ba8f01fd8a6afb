package org.lessonbot.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.engine.DrivenTime;
import org.lessonbot.engine.adapter.LatestConsoles;
import org.lessonbot.store.Database;
import org.lessonbot.store.Migrated;
import org.lessonbot.store.TestDatabase;
import org.lessonbot.tck.Cable;
import org.lessonbot.web.tables.Item;
import org.lessonbot.web.tables.Items;
import org.lessonbot.web.tables.Rooms;
import org.lessonbot.web.tables.Rooms.Classroom;
import org.lessonbot.web.tables.Tables;
import org.lessonbot.web.tables.Topic;

/** What the feed owes its pages when it heard of a change, and the database was lost before it could be read. */
class LostReadTest {
    private final TestDatabase server = TestDatabase.fresh(OpenClassroom.MIGRATOR);
    private final Cable cable = Cable.to(server);
    private final Database near = Migrated.openImpatiently(cable.access(server), 2);
    private final Database other = Migrated.open(server, 2);
    private final Feed feed = new Feed(new Items(Tables.of(near), Clock.systemUTC()));
    private final Feed elsewhere = new Feed(new Items(Tables.of(other), Clock.systemUTC()));
    private final Topic room = Topic.room(new Rooms(Tables.of(other))
            .open("Room 12", WebIds::freshRoom, WebIds::freshCode)
            .id());
    private final AtomicInteger woken = new AtomicInteger();

    @AfterEach
    void close() {
        near.close();
        other.close();
        cable.close();
        server.close();
    }

    @Test
    void aChangeThatCouldNotBeReadIsToldAgainUntilItIs() {
        feed.follow(List.of(room), woken::incrementAndGet);
        assertThat(feed.after(room, 0)).isEmpty();
        long version = put("one");
        cable.cut();
        feed.announce(room, version);
        assertThat(woken).hasValue(1);
        assertThatExceptionOfType(Tables.OutOfReach.class).isThrownBy(() -> feed.after(room, 0));
        cable.mend();

        pollOnceTheDatabaseIsBack();

        assertThat(woken).hasValue(2);
        assertThat(onceTheDatabaseIsBack(() -> feed.after(room, 0)))
                .extracting(Item::html)
                .containsExactly("one");
        pollOnceTheDatabaseIsBack();
        assertThat(woken).as("what was read is no news").hasValue(2);
    }

    @Test
    void aConsoleComesOnceIfWhatTheTeachersSeeCannotBeRead() {
        Answers answers = new Answers(feed, new LatestConsoles(), OpenClassroom.ENGLISH, Runnable::run);
        Visitor ana = new Visitor(
                Door.CLASS, new Classroom(room.room(), "Room 12", "ABCDEF", 0), new Person("ana", "Ana", false));
        Wire.Act act = new Wire.Act("a", "command", null, null, null, "/console", 0, null, null);
        cable.cut();

        Wire.Answer answer =
                answers.give(ana, act, new Reply.Console(Samples.console()), 0).join();

        assertThat(answer.item()).isNotNull();
        assertThat(answer.item().html()).contains("Stage Matcher, round 1 of 3");
    }

    private void pollOnceTheDatabaseIsBack() {
        onceTheDatabaseIsBack(() -> {
            feed.poll();
            return true;
        });
    }

    /** The pool finds out one by one which of its connections are dead. */
    private static <T> T onceTheDatabaseIsBack(Supplier<T> read) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < DrivenTime.HANGS.toNanos()) {
            try {
                return read.get();
            } catch (Tables.OutOfReach notYet) {
                DrivenTime.lookAgainSoon();
            }
        }
        throw new AssertionError("the database did not come back");
    }

    private long put(String html) {
        return elsewhere.put(room, Items.Draft.alone(html, html)).orElseThrow().version();
    }
}

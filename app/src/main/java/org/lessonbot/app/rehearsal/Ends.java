package org.lessonbot.app.rehearsal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Words;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.store.Database;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.Posts;

/** The ends of stretches that the leader was told, and how late each came by what the room shows. */
final class Ends {
    private final Database database;
    private final Clock clock;
    private final Words words;
    private final Browser leader;
    private final ClubRehearsal.Script script;
    private final List<Instant> told;
    private final Map<Integer, Duration> late = new HashMap<>();

    Ends(Database database, Clock clock, Words words, Browser leader, ClubRehearsal.Script script, List<Instant> told) {
        this.database = database;
        this.clock = clock;
        this.words = words;
        this.leader = leader;
        this.script = script;
        this.told = told;
    }

    Optional<Instant> after(Instant now) {
        return told.stream().filter(now::isBefore).findFirst();
    }

    /** Looks at the room if something should have ended by now that it did not yet show as over. */
    void look() throws InterruptedException {
        for (int stretch = 0; stretch < told.size(); stretch++) {
            Instant end = told.get(stretch);
            if (!late.containsKey(stretch) && !end.isAfter(clock.instant()) && isOver(stretch)) {
                late.put(stretch, Duration.between(end, clock.instant()));
            }
        }
    }

    private boolean isOver(int stretch) throws InterruptedException {
        settle();
        String all = words.say("club.over");
        String one = words.say(
                "club.stretch",
                "past",
                stretch + 1,
                script.plan().stretches().get(stretch).title());
        boolean last = stretch + 1 == told.size();
        return leader.room().stream().anyMatch(text -> text.contains(all) || !last && text.contains(one));
    }

    /** The longest, in seconds. */
    long latest() {
        if (late.size() < told.size()) {
            throw new IllegalStateException("a part of the club never ended");
        }
        return late.values().stream().mapToLong(Duration::toSeconds).max().orElse(0);
    }

    Lesson lesson() {
        return new Lessons(database.jdbi())
                .latestIn(new Room("web", script.room()))
                .orElseThrow(() -> new IllegalStateException("the club did not start"));
    }

    /** Waits until all posts are drawn, and the leader's browser shows them. */
    private void settle() throws InterruptedException {
        Posts posts = new Posts(database.jdbi(), "rehearsal");
        boolean drawn = Rehearsal.waitUntil(() -> posts.stale(lesson().id()).isEmpty());
        long version = leader.standing();
        if (!drawn || !leader.await(browser -> browser.seen() >= version)) {
            throw new IllegalStateException("the club did not show what happened in it");
        }
    }
}

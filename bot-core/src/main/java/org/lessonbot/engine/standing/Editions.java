package org.lessonbot.engine.standing;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.ConcurrentMap;
import org.lessonbot.activity.Activities;
import org.lessonbot.plan.Edition;
import org.lessonbot.store.Lessons;

/** The editions that lessons are pinned to. They never change, so each is read once, and not at all by who kept it. */
public final class Editions {
    private static final int MOST = 200;

    private final Lessons lessons;
    private final ConcurrentMap<String, Edition> known =
            Caffeine.newBuilder().maximumSize(MOST).<String, Edition>build().asMap();

    public Editions(Lessons lessons) {
        this.lessons = lessons;
    }

    public Edition get(String hash) {
        return known.computeIfAbsent(
                hash, unknown -> Edition.parse(lessons.edition(unknown), Activities.contentTypes()));
    }

    /** Keeps an edition as a class begins with it, without what is optional, and says its hash. */
    public String pinForClass(Edition edition) {
        return edition.plan().optional().isEmpty()
                ? pin(edition)
                : pin(new Edition(edition.plan().inClass(pin(edition)), edition.bank()));
    }

    /** Keeps an edition as a club has it, and says its hash. */
    public String pinForClub(Edition edition) {
        return pin(edition.forClub());
    }

    /** Keeps an edition and says its hash. */
    public String pin(Edition edition) {
        String text = edition.text();
        String hash = Edition.hash(text);
        lessons.pin(hash, text);
        known.put(hash, edition);
        return hash;
    }
}

package org.lessonbot.engine.standing;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.ConcurrentMap;
import org.lessonbot.activity.Activities;
import org.lessonbot.plan.Edition;
import org.lessonbot.store.Lessons;

/**
 * The editions that lessons are pinned to. One is named by its own content and never changes: whoever in this process reads or
 * keeps it first, it is known to all.
 */
public final class Editions {
    private static final int MOST = 200;
    private static final ConcurrentMap<String, Edition> KNOWN =
            Caffeine.newBuilder().maximumSize(MOST).<String, Edition>build().asMap();

    // By the very object: to compare two takes as long as to write one.
    private static final ConcurrentMap<Edition, String> HASHES =
            Caffeine.newBuilder().weakKeys().<Edition, String>build().asMap();
    private static final ConcurrentMap<Edition, Edition> FOR_CLASS =
            Caffeine.newBuilder().weakKeys().<Edition, Edition>build().asMap();
    private static final ConcurrentMap<Edition, Edition> FOR_CLUB =
            Caffeine.newBuilder().weakKeys().<Edition, Edition>build().asMap();

    private final Lessons lessons;

    public Editions(Lessons lessons) {
        this.lessons = lessons;
    }

    public Edition get(String hash) {
        return KNOWN.computeIfAbsent(
                hash, unknown -> Edition.parse(lessons.edition(unknown), Activities.contentTypes()));
    }

    /** Keeps an edition as a class begins with it, without what is optional, and says its hash. */
    public String pinForClass(Edition edition) {
        if (edition.plan().optional().isEmpty()) {
            return pin(edition);
        }
        String whole = pin(edition);
        return pin(
                FOR_CLASS.computeIfAbsent(edition, all -> new Edition(all.plan().inClass(whole), all.bank())));
    }

    /** Keeps an edition as a club has it, and says its hash. */
    public String pinForClub(Edition edition) {
        return pin(FOR_CLUB.computeIfAbsent(edition, Edition::forClub));
    }

    /** Keeps an edition and says its hash. */
    public String pin(Edition edition) {
        String hash = HASHES.computeIfAbsent(edition, unknown -> Edition.hash(unknown.text()));
        if (!lessons.renew(hash)) {
            lessons.pin(hash, edition.text());
        }
        KNOWN.put(hash, edition);
        return hash;
    }
}

package org.lessonbot.engine.standing;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
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
    private static final ConcurrentMap<Edition, Made> MADE =
            Caffeine.newBuilder().weakKeys().<Edition, Made>build().asMap();

    /**
     * What is made of an edition once.
     *
     * @param inClass without what is optional, if anything is
     */
    private record Made(String hash, Optional<Edition> inClass, Edition inClub) {
        static Made of(Edition edition) {
            String hash = Edition.hash(edition.text());
            return new Made(
                    hash,
                    Optional.of(edition.plan())
                            .filter(plan -> !plan.optional().isEmpty())
                            .map(plan -> new Edition(plan.inClass(hash), edition.bank())),
                    edition.forClub());
        }
    }

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
        String whole = pin(edition);
        return made(edition).inClass().map(this::pin).orElse(whole);
    }

    /** Keeps an edition as a club has it, and says its hash. */
    public String pinForClub(Edition edition) {
        return pin(made(edition).inClub());
    }

    /** Keeps an edition and says its hash. */
    public String pin(Edition edition) {
        String hash = made(edition).hash();
        if (!lessons.renew(hash)) {
            lessons.pin(hash, edition.text());
        }
        KNOWN.put(hash, edition);
        return hash;
    }

    private static Made made(Edition edition) {
        return MADE.computeIfAbsent(edition, Made::of);
    }
}

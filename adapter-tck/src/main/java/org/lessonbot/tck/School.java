package org.lessonbot.tck;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.lessonbot.engine.DrivenTime;
import org.lessonbot.engine.Time;

/**
 * A platform with its people and its faults, and the adapter under test in front of it: what an adapter brings to the
 * contract. One school serves all tests of a class; each has a room of its own.
 */
public interface School extends AutoCloseable {
    /** What the platform lacks, each with the reason in a few words. */
    Map<Feature, String> lacks();

    /** A new instance of the adapter. Where several are open, people are spread over them. */
    Adapter adapter(Wiring wiring);

    /** A room that nobody has used before. Its people act through the adapters that are open. */
    Classroom classroom();

    /** The platform answers the next change of a post in any room with "not so fast". */
    void rateLimit(Duration retryAfter);

    /** The platform answers the next changes of posts with an error of its own. */
    void outage(int times);

    /** The platform takes the next post in any room, but its answers to it are lost so often that the bot must try again. */
    default void loseAnswers() {
        throw new UnsupportedOperationException(Feature.POSTS_ONCE + " is lacking");
    }

    /**
     * What the platform refused, and what the SDK could not read, since this was last asked; without the faults that were
     * asked for. To be told "not so fast" and to wait is no fault; not to wait is one. Empty when all is well: each test ends
     * with this question.
     */
    List<String> complaints();

    /** The ending of the names of files with {@link Card#source()} in them. */
    default String sourceType() {
        return "json";
    }

    /** The time by which the bot keeps its paces here, and the platform its limits. */
    Time time();

    /**
     * All who have just done something wait until the platform gives up on whom nobody answers; it needs no answer yet, only
     * the bot's word that it was heard. Returns when each has that word, and fails as an {@link AssertionError} if one is
     * without. The time of those who wait does not depend on the machine's.
     */
    void waitForTheBot();

    /** When it is certain that something hangs: far more than anything takes on the busiest machine. */
    default Duration patience() {
        return DrivenTime.HANGS;
    }

    @Override
    void close();
}

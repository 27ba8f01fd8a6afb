package org.lessonbot.engine;

import static java.time.ZoneOffset.UTC;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lessonbot.chat.Words;
import org.lessonbot.models.Models;
import org.lessonbot.plan.Edition;

/**
 * What an engine is made of.
 *
 * @param instance a name that no other running instance has
 * @param language of what is said where no lesson is under way
 * @param workers how many interactions are worked on at once; the database needs twice as many connections
 * @param library the lessons that can be started, by id; the first is the one started unless another is named
 * @param words by language
 * @param retention how long after its end a lesson is kept
 * @param pages shows lessons in a browser
 * @param zone whose clock is meant by a time that somebody types whose own zone is not known
 * @param models what may be asked for a class; whoever gives them closes them after the engine
 * @param meters takes what an operator can watch
 */
public record Setting(
        String instance,
        String language,
        int workers,
        Supplier<Map<String, Edition>> library,
        Function<String, Words> words,
        Clock clock,
        Duration retention,
        LessonPages pages,
        ZoneId zone,
        Models models,
        MeterRegistry meters) {
    /** How long lessons are kept where nothing else is said. */
    public static final Duration RETENTION = Duration.ofDays(90);

    /** Watched by nobody. */
    public Setting(
            String instance,
            String language,
            int workers,
            Supplier<Map<String, Edition>> library,
            Function<String, Words> words,
            Clock clock,
            Duration retention,
            LessonPages pages,
            ZoneId zone,
            Models models) {
        this(
                instance,
                language,
                workers,
                library,
                words,
                clock,
                retention,
                pages,
                zone,
                models,
                new CompositeMeterRegistry());
    }

    public Setting(
            String instance,
            String language,
            int workers,
            Supplier<Map<String, Edition>> library,
            Function<String, Words> words,
            Clock clock) {
        this(instance, language, workers, library, words, clock, RETENTION, LessonPages.NONE, UTC, Models.NONE);
    }
}

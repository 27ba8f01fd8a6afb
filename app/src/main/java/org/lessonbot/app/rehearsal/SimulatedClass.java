package org.lessonbot.app.rehearsal;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lessonbot.chat.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pupils who come in by the students' link and answer. */
public final class SimulatedClass implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SimulatedClass.class);

    /** What the bot says when something did not count. */
    private static final List<String> REFUSALS = List.of(
            "late",
            "sealed",
            "edit.changed",
            "edit.changed-own",
            "engine.not-counted",
            "engine.not-while-paused",
            "engine.over",
            "club.over.late",
            "engine.no-such-lesson",
            "refused.unknown",
            "web.not-counted");

    private static final int LONGEST_THOUGHT_MS = 9_000;
    private static final Duration GLANCE = Duration.ofMillis(500);
    private static final int THREADS = 32;

    private final ScheduledExecutorService hands = Executors.newScheduledThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "pupil");
        thread.setDaemon(true);
        return thread;
    });
    private final SplittableRandom random;
    private final List<Pupil> pupils;

    private SimulatedClass(List<Pupil> pupils, SplittableRandom random) {
        this.pupils = pupils;
        this.random = random;
    }

    /**
     * Brings pupils into the classroom.
     *
     * @param link the students'
     * @param words in the classroom's language
     */
    public static SimulatedClass join(HttpClient http, URI link, int students, long seed, Words words) {
        SplittableRandom random = new SplittableRandom(seed);
        Texts texts = new Texts(words);
        Predicate<String> refusal = refusal(words);
        List<Pupil> pupils = IntStream.rangeClosed(1, students)
                .mapToObj(number -> {
                    String name = String.format(Locale.ROOT, "Pupil %02d", number);
                    return new Pupil(name, Browser.join(http, link, name, words), texts, random.split(), refusal);
                })
                .toList();
        return new SimulatedClass(pupils, random);
    }

    /** Whether a reply says that something did not count. */
    static Predicate<String> refusal(Words words) {
        List<String> refusals = Stream.of(words, words.inClub())
                .flatMap(said -> REFUSALS.stream().map(said::say))
                .toList();
        return reply -> refusals.stream().anyMatch(reply::contains);
    }

    List<Pupil> pupils() {
        return pupils;
    }

    /** Everybody answers what the room asks now, at once; returns when all have. */
    void answer() {
        pupils.stream()
                .map(pupil -> CompletableFuture.runAsync(pupil::answer, hands))
                .toList()
                .forEach(CompletableFuture::join);
    }

    /** From now on everybody answers by themselves, each after some seconds of thought. */
    public void live() {
        pupils.forEach(this::look);
    }

    private void look(Pupil pupil) {
        hands.schedule(() -> lookAndAnswer(pupil), GLANCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void lookAndAnswer(Pupil pupil) {
        if (!pupil.isAsked()) {
            look(pupil);
            return;
        }
        hands.schedule(
                () -> {
                    try {
                        pupil.answer();
                    } catch (RuntimeException failure) {
                        log.info("a simulated pupil could not answer: {}", failure.getMessage());
                    }
                    look(pupil);
                },
                thought(),
                TimeUnit.MILLISECONDS);
    }

    private synchronized int thought() {
        return random.nextInt(LONGEST_THOUGHT_MS);
    }

    @Override
    public void close() {
        hands.shutdownNow();
        pupils.forEach(pupil -> pupil.browser().close());
    }
}

package org.lessonbot.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.lessonbot.chat.Words;
import org.lessonbot.plan.Phrasebook;

/**
 * What rules stand on. A subclass brings the school; the engine and the database come from here. All rules of a class share one
 * bot and have a room each, so they run one after another.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class Contract implements Rules {
    private final Map<String, Words> spoken = new ConcurrentHashMap<>();
    private @Nullable School school;
    private @Nullable Bot bot;

    /** Opens the platform, with no adapter in front of it yet. */
    protected abstract School open() throws Exception;

    /** The sentences of a language; an adapter may add its own. */
    protected Words words(String language) {
        return Phrasebook.of(language);
    }

    @BeforeAll
    public final void start() throws Exception {
        School opened = open();
        school = opened;
        Bot started = new Bot(opened, Plans.all(), language -> spoken.computeIfAbsent(language, this::words));
        bot = started;
        started.start();
    }

    @Override
    public final Bot bot() {
        return Optional.ofNullable(bot).orElseThrow();
    }

    @Override
    public final School school() {
        return Optional.ofNullable(school).orElseThrow();
    }

    @AfterEach
    protected final void thePlatformHasNothingToComplainOf() {
        assertThat(school().complaints()).isEmpty();
    }

    @AfterEach
    protected final void everythingSaidFitsEveryPlatform() {
        assertThat(bot().script().ledger().misfits()).isEmpty();
    }

    @AfterAll
    public final void stop() {
        if (bot != null) {
            bot.close();
        }
        if (school != null) {
            school.close();
        }
    }
}

package org.lessonbot.app;

import java.time.Duration;
import java.time.Instant;
import java.util.function.IntConsumer;
import org.lessonbot.chat.Words;
import org.lessonbot.editorial.intake.Drafting;
import org.lessonbot.models.Asked;

/** How far it is, whose turn it is, and about how long the rest takes. */
final class DraftingProgress implements Drafting.Watch {
    /** Before so many, nothing can be said about the rest: the first waits for its model to be loaded. */
    private static final int TELLING = 5;

    private final Progress progress;
    private final Words words;
    private final IntConsumer beginning;
    private final Instant begin = Instant.now();

    /** @param beginning told how many answers are wanted, unless all are there */
    DraftingProgress(Progress progress, Words words, IntConsumer beginning) {
        this.progress = progress;
        this.words = words;
        this.beginning = beginning;
    }

    @Override
    public void begins(int all) {
        beginning.accept(all);
    }

    @Override
    public void now(String key, int done, int all, Asked.State state) {
        Instant now = Instant.now();
        String note = switch (state.kind()) {
            case LOADING ->
                words.say(
                        "cli.generate.loading",
                        Duration.between(state.since(), now).toSeconds());
            case WAITING -> state.ahead() == 0 ? "" : words.say("cli.generate.waiting", state.ahead());
            case ANSWERING, DONE ->
                done < TELLING
                        ? ""
                        : words.say(
                                "cli.generate.left",
                                Duration.between(begin, now)
                                        .multipliedBy(all - done)
                                        .dividedBy(done)
                                        .toMinutes());
        };
        progress.show("cli.generate.progress", done, all, key, note);
    }
}

package org.lessonbot.engine.click;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.lessonbot.activity.Actor;
import org.lessonbot.activity.Keep;
import org.lessonbot.engine.clock.EarlyEnd;
import org.lessonbot.engine.posting.Publisher;
import org.lessonbot.engine.standing.Look;
import org.lessonbot.engine.standing.Looks;
import org.lessonbot.lesson.Round;
import org.lessonbot.store.EntryWriter;
import org.lessonbot.store.Write;

/**
 * Has written what follows from acts, if what they were judged by still holds.
 *
 * @param patience how long a click waits for its commit before its person is told that it did not count
 */
public record Keeping(
        Looks looks, EntryWriter writer, Publisher publisher, EarlyEnd early, Executor workers, Duration patience) {
    /** @return completes once it is committed, or refused */
    CompletableFuture<EntryWriter.Fate> keep(Looks.Aim aim, Look look, Round round, Actor actor, List<Keep> entries) {
        CompletableFuture<EntryWriter.Fate> fate =
                writer.write(writes(aim, entries), look.basis(round, actor, entries));
        // Whoever was alone has waited for the commit itself, and goes on here.
        return fate.isDone()
                ? fate.thenApply(known -> written(aim, look, entries, known))
                : fate.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                        .thenApplyAsync(known -> written(aim, look, entries, known), workers);
    }

    private EntryWriter.Fate written(Looks.Aim aim, Look look, List<Keep> entries, EntryWriter.Fate fate) {
        if (look.standing().afterwards()) {
            publisher.wantResults(aim.lesson());
        }
        publisher.poke(aim.lesson());
        if (fate == EntryWriter.Fate.COUNTED) {
            looks.remember(aim, look, entries);
            early.look(look.standing().lesson());
        }
        return fate;
    }

    private static List<Write> writes(Looks.Aim aim, List<Keep> entries) {
        return entries.stream()
                .map(entry -> new Write(
                        aim.lesson(),
                        aim.step(),
                        aim.round(),
                        entry.owner(),
                        entry.field(),
                        entry.value(),
                        aim.person(),
                        entry.phase(),
                        entry.before()))
                .toList();
    }
}

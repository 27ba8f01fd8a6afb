package org.lessonbot.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an operator can watch of the entry writer. */
final class EntryMeters {
    private final DistributionSummary batches;
    private final Map<EntryWriter.Fate, Counter> fates = new EnumMap<>(EntryWriter.Fate.class);
    private final Counter failures;

    EntryMeters(MeterRegistry registry, Turns<?> turns) {
        this.batches = DistributionSummary.builder("lessonbot.entries.batch")
                .description("How many submissions were written by one statement")
                .register(registry);
        Gauge.builder("lessonbot.entries.waiting", turns, Turns::waiting)
                .description("Submissions that wait to be written")
                .register(registry);
        for (EntryWriter.Fate fate : EntryWriter.Fate.values()) {
            fates.put(fate, counter(registry, fate.name().toLowerCase(Locale.ROOT)));
        }
        this.failures = counter(registry, "failed");
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return Counter.builder("lessonbot.entries")
                .description("Submissions, by what became of them")
                .tag("outcome", outcome)
                .register(registry);
    }

    void wrote(int submissions) {
        batches.record(submissions);
    }

    void count(EntryWriter.@Nullable Fate fate, @Nullable Throwable failure) {
        Counter counter = fate == null ? null : fates.get(fate);
        (counter == null ? failures : counter).increment();
    }
}

package org.lessonbot.engine.standing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.lessonbot.activity.Activities;
import org.lessonbot.activity.Keep;
import org.lessonbot.activity.Reach;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Entry;
import org.lessonbot.lesson.Group;
import org.lessonbot.store.EntryReader;

/**
 * Looks at what an act is judged by. What one person and their group entered is remembered for a while, and taken for nothing where
 * nothing is remembered: the writer compares. What everybody entered is read anew, once for all who wait for it.
 */
public final class Looks {
    /** Characters that people entered: some tens of megabytes. */
    private static final int MOST = 10_000_000;

    private static final int ENTRY = 200;
    private static final Duration A_WHILE = Duration.ofMinutes(10);

    private final Standings standings;
    private final EntryReader reader;
    private final Clock clock;
    private final Executor workers;
    private final SharedReads<Wide, Optional<EntryReader.Sight>> wide;
    private final Cache<Own, Entries> remembered = Caffeine.newBuilder()
            .maximumWeight(MOST)
            .weigher((Own own, Entries entries) -> entries.all().stream()
                    .mapToInt(entry -> ENTRY + entry.value().length())
                    .sum())
            .expireAfterWrite(A_WHILE)
            .build();

    /** @param workers on which what everybody entered is read */
    public Looks(Standings standings, EntryReader reader, Clock clock, Executor workers) {
        this.clock = clock;
        this.standings = standings;
        this.reader = reader;
        this.workers = workers;
        this.wide = new SharedReads<>(this::read, workers);
    }

    /** Where an act is aimed, and whose it is. */
    public record Aim(long lesson, String step, int round, String person) {}

    private record Own(long lesson, String step, int round, String owner) {}

    /** @param steps empty for all, as a round of 0 is */
    private record Wide(long lesson, Set<String> steps, int round) {}

    /** By memory; nothing if one has to look. */
    public Optional<Look> remembered(Aim aim) {
        return standings
                .recall(aim.lesson())
                .filter(standing -> reach(standing, aim) == Reach.OWN)
                .map(standing -> {
                    Map<String, Entries> kept = new HashMap<>();
                    for (String owner : owners(standing, aim)) {
                        kept.put(
                                owner,
                                Optional.ofNullable(remembered.getIfPresent(own(aim, owner)))
                                        .orElse(Entries.NONE));
                    }
                    return new Look(of(standing, aim), all(kept), kept, false);
                });
    }

    /** As it is now; nothing if there is no such lesson. */
    public CompletableFuture<Optional<Look>> now(Aim aim) {
        Optional<Standing> standing = standings.recall(aim.lesson());
        if (standing.isEmpty()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        Reach reach = reach(standing.get(), aim);
        if (reach == Reach.OWN) {
            return CompletableFuture.completedFuture(own(standing.get(), aim));
        }
        // Whoever shares a reading goes on beside the others, and not after them.
        return wide.ask(wide(standing.get(), reach, aim))
                .thenApplyAsync(
                        seen -> seen.flatMap(sight -> standings
                                .at(aim.lesson(), sight.version())
                                .map(there -> new Look(of(there, aim), sight.entries(), Map.of(), true))),
                        workers);
    }

    private Optional<Look> own(Standing before, Aim aim) {
        Set<String> owners = owners(before, aim);
        Optional<EntryReader.Sight> sight = reader.sight(aim.lesson(), aim.step(), aim.round(), owners);
        Optional<Standing> now = sight.flatMap(seen -> standings.at(aim.lesson(), seen.version()));
        if (now.isEmpty()) {
            return Optional.empty();
        }
        if (!owners(now.get(), aim).equals(owners)) {
            return own(now.get(), aim);
        }
        Map<String, Entries> kept = new HashMap<>();
        for (String owner : owners) {
            kept.put(owner, sight.get().entries().owner(owner));
        }
        kept.forEach((owner, entries) -> remembered.put(own(aim, owner), entries));
        return Optional.of(new Look(of(now.get(), aim), sight.get().entries(), kept, true));
    }

    private Optional<EntryReader.Sight> read(Wide wanted) {
        return reader.sight(wanted.lesson(), wanted.steps(), wanted.round());
    }

    private static Wide wide(Standing standing, Reach reach, Aim aim) {
        return reach == Reach.ROUND
                ? new Wide(aim.lesson(), Set.of(aim.step()), aim.round())
                : new Wide(aim.lesson(), Scenes.lookedAt(standing.edition().plan(), standing.step(aim.step())), 0);
    }

    /** Remembers what has been written by a look. */
    public void remember(Aim aim, Look look, List<Keep> written) {
        look.kept().forEach((owner, before) -> {
            List<Entry> after = new ArrayList<>(before.all());
            for (Keep keep : written) {
                if (keep.owner().equals(owner)) {
                    after.removeIf(entry -> entry.field().equals(keep.field()));
                    if (!keep.value().isEmpty()) {
                        after.add(new Entry(
                                aim.step(),
                                aim.round(),
                                owner,
                                keep.field(),
                                keep.value(),
                                aim.person(),
                                look.standing().lesson().startedAt()));
                    }
                }
            }
            remembered.put(own(aim, owner), new Entries(after));
        });
    }

    /** Forgets what anybody entered. */
    public void forget() {
        remembered.invalidateAll();
    }

    /** How it stands for whoever acts: for one who has more time than their club, it goes on. */
    private Standing of(Standing standing, Aim aim) {
        return standing.of(aim.person(), clock.instant());
    }

    private static Reach reach(Standing standing, Aim aim) {
        return Activities.of(standing.step(aim.step()).activity()).traits().judgedBy();
    }

    private static Set<String> owners(Standing standing, Aim aim) {
        Set<String> owners = new LinkedHashSet<>(List.of(aim.person()));
        standing.roster()
                .group(standing.step(aim.step()).pairing(), aim.person())
                .map(Group::owner)
                .ifPresent(owners::add);
        return owners;
    }

    private static Entries all(Map<String, Entries> kept) {
        return new Entries(kept.values().stream()
                .flatMap(entries -> entries.all().stream())
                .toList());
    }

    private static Own own(Aim aim, String owner) {
        return new Own(aim.lesson(), aim.step(), aim.round(), owner);
    }
}

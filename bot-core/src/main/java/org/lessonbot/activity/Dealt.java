package org.lessonbot.activity;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lessonbot.lesson.Round;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.Json;

/** A round and what was dealt for it. Immutable; what was dealt is read from its JSON when it is first asked for. */
public final class Dealt<D> {
    private final Round round;
    private final Class<? extends D> type;
    private volatile @Nullable D deal;

    private Dealt(Round round, Class<? extends D> type, @Nullable D deal) {
        this.round = round;
        this.type = type;
        this.deal = deal;
    }

    /** A round of which one knows already what was dealt for it. */
    @SuppressWarnings("unchecked") // a value's own class
    public Dealt(Round round, D deal) {
        this(round, (Class<? extends D>) deal.getClass(), deal);
    }

    /** Rounds of a lesson with what was dealt for each, in their order. */
    public static List<Dealt<?>> of(Edition edition, List<Round> rounds) {
        return rounds.stream().<Dealt<?>>map(round -> of(edition, round)).toList();
    }

    private static Dealt<?> of(Edition edition, Round round) {
        String kind = edition.plan().step(round.step()).orElseThrow().activity();
        return unread(round, Activities.of(kind).traits().deal());
    }

    private static <D> Dealt<D> unread(Round round, Class<D> type) {
        return new Dealt<>(round, type, null);
    }

    public Round round() {
        return round;
    }

    /**
     * What was dealt.
     *
     * @throws IllegalArgumentException if what is kept is not of the activity's class
     */
    public D deal() {
        D read = deal;
        if (read == null) {
            read = Json.read(round.deal(), type);
            deal = read;
        }
        return read;
    }

    /** The same, if what was dealt is of this type. */
    @SuppressWarnings("unchecked") // just looked at
    public <T> Optional<Dealt<T>> as(Class<T> wanted) {
        return wanted.isAssignableFrom(type) ? Optional.of((Dealt<T>) this) : Optional.empty();
    }

    /** The same round, taking answers. */
    public Dealt<D> open() {
        return new Dealt<>(round.open(), type, deal);
    }

    /** The same as somebody else knows the round; what was dealt is read again only where something else is kept of it by now. */
    public Dealt<D> with(Round other) {
        return new Dealt<>(other, type, other.deal().equals(round.deal()) ? deal() : null);
    }
}

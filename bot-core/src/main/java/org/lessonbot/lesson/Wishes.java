package org.lessonbot.lesson;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.lessonbot.time.LocalMoment;
import org.lessonbot.time.Window;

/**
 * How somebody wishes to be reminded of a club, as far as they said.
 *
 * @param typedZone whose clock they go by, as they said
 * @param knownZone whose clock they go by, as the platform says
 * @param quiet when they hear nothing
 * @param chosenWay in which way they asked to be reminded
 * @param away until when they are away from all clubs
 * @param snooze until when this club leaves them alone
 */
public record Wishes(
        Optional<ZoneId> typedZone,
        Optional<ZoneId> knownZone,
        Optional<Window> quiet,
        Optional<Way> chosenWay,
        Optional<LocalMoment> away,
        Optional<LocalMoment> snooze) {
    public static final Wishes NONE = new Wishes(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** In which way somebody is reminded. */
    public enum Way {
        /** Privately. */
        MESSAGE,
        /** By name, before all. */
        MENTION,
        /** Not at all. */
        NONE;

        /** As it is typed. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whose clock they go by: what they said counts more than what the platform says. */
    public Optional<ZoneId> zone() {
        return typedZone.or(() -> knownZone);
    }

    public Way way() {
        return chosenWay.orElse(Way.MESSAGE);
    }

    /** When they may be reminded. */
    public Window waking() {
        return quiet.map(Window::complement).orElse(Window.WAKING);
    }

    /** Until when they are left alone; it may be over already. */
    public Optional<LocalMoment> rest() {
        return Stream.of(away, snooze).flatMap(Optional::stream).max(Comparator.naturalOrder());
    }

    /** Whether they are left alone now. */
    public boolean rests(Instant now) {
        return rest().filter(until -> until.instant().isAfter(now)).isPresent();
    }

    public Wishes withZone(ZoneId zone) {
        return new Wishes(Optional.of(zone), knownZone, quiet, chosenWay, away, snooze);
    }

    public Wishes withQuiet(Window hours) {
        return new Wishes(typedZone, knownZone, Optional.of(hours), chosenWay, away, snooze);
    }

    public Wishes withWay(Way way) {
        return new Wishes(typedZone, knownZone, quiet, Optional.of(way), away, snooze);
    }

    public Wishes withAway(LocalMoment until) {
        return new Wishes(typedZone, knownZone, quiet, chosenWay, Optional.of(until), snooze);
    }

    public Wishes withSnooze(LocalMoment until) {
        return new Wishes(typedZone, knownZone, quiet, chosenWay, away, Optional.of(until));
    }

    /** The same of somebody who is back. */
    public Wishes back() {
        return new Wishes(typedZone, knownZone, quiet, chosenWay, Optional.empty(), Optional.empty());
    }
}

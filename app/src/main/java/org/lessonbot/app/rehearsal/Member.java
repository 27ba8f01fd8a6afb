package org.lessonbot.app.rehearsal;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.club.Pool;
import org.lessonbot.lesson.Stop;
import org.lessonbot.lesson.Wishes;

/** Somebody who takes part in a club from where they live: comes now and then, and goes on for a while. */
final class Member {
    private static final int FIRST_HOUR = 8;
    private static final int WAKING_HOURS = 13;
    /** In whose zone a quarter of an hour counts, they come a little earlier: so several are there at the same time. */
    private static final ChronoUnit TOGETHER = ChronoUnit.HOURS;

    private static final int DAYS_OF_TEN = 7;
    private static final int MOST_ROUNDS = 9;
    private static final String WRITE = "write";
    private static final List<String> GUESSES = List.of("guess", "vote");

    /** How somebody takes part. */
    enum Habit {
        STEADY,
        /** Comes in when others have been under way for half of the time. */
        LATE,
        NEVER,
        /** Leaves after a while, and what they answered stays. */
        LEAVES,
        /** Has everything about them erased after a while. */
        FORGOTTEN
    }

    private final int number;
    private final Habit habit;
    private final ZoneId zone;
    private final SplittableRandom random;
    private final Seals seals;
    private final Words words;
    private final Map<Stop, Instant> through = new HashMap<>();
    private volatile Optional<Pupil> pupil = Optional.empty();
    private int visits;
    private boolean gone;
    private boolean finished;
    private int waited;
    private final Set<Stop> came = new HashSet<>();

    Member(int number, ZoneId zone, SplittableRandom random, Seals seals, Words words) {
        this.number = number;
        this.zone = zone;
        this.random = random;
        this.seals = seals;
        this.words = words;
        this.habit = switch (number % 10) {
            case 0 -> Habit.NEVER;
            case 5 -> Habit.LEAVES;
            case 8 -> Habit.FORGOTTEN;
            case 3, 6, 9 -> Habit.LATE;
            default -> Habit.STEADY;
        };
    }

    String name() {
        return String.format(Locale.ROOT, "Pupil %02d", number);
    }

    ZoneId zone() {
        return zone;
    }

    /** When they come, in their own waking hours. */
    List<Instant> visits(Instant begin, Instant end) {
        List<Instant> visits = new ArrayList<>();
        Instant first =
                habit == Habit.LATE ? begin.plus(Duration.between(begin, end).dividedBy(2)) : begin;
        LocalDate last = LocalDate.ofInstant(end, zone);
        for (LocalDate day = LocalDate.ofInstant(begin, zone); !day.isAfter(last); day = day.plusDays(1)) {
            Instant at = day.atTime(LocalTime.of(FIRST_HOUR, 0))
                    .plusHours(random.nextInt(WAKING_HOURS))
                    .atZone(zone)
                    .toInstant()
                    .truncatedTo(TOGETHER);
            boolean comes = random.nextInt(10) < DAYS_OF_TEN;
            if (habit != Habit.NEVER && comes && at.isAfter(first) && at.isBefore(end)) {
                visits.add(at);
            }
        }
        return visits;
    }

    /** Comes once, and goes on for some rounds. */
    void visit(HttpClient http, URI link, Texts texts, Instant now) throws InterruptedException {
        if (gone) {
            return;
        }
        Pupil hand = pupil.orElseGet(() -> new Pupil(
                name(),
                Browser.join(http, link, name(), words),
                texts.signed("#" + number),
                random.split(),
                SimulatedClass.refusal(words)));
        pupil = Optional.of(hand);
        visits++;
        if (visits == 1) {
            saysWhen(hand.browser());
        }
        goOn(hand, 2 + random.nextInt(MOST_ROUNDS) + (habit == Habit.LATE ? MOST_ROUNDS : 0), now);
        if (habit == Habit.LEAVES && visits == 2) {
            hand.browser().command(Verb.LEAVE.word(), Map.of());
            gone = true;
        }
        if (habit == Habit.FORGOTTEN && visits == 3) {
            Browser.Answer sure = hand.browser().command(Verb.FORGET_ME.word(), Map.of());
            sure.item().actions().forEach(hand.browser()::press);
            gone = true;
        }
    }

    /** By whose clock they wish to be reminded; before their page has greeted them they do not take part yet. */
    private void saysWhen(Browser browser) throws InterruptedException {
        boolean greeted = browser.await(one -> one.newest("own").isPresent());
        Browser.Answer answer =
                browser.command(Verb.ME.word(), Map.of("zone", zone.getId(), "remind", Wishes.Way.MESSAGE.word()));
        if (!greeted || !answer.text().contains(zone.getId())) {
            throw new IllegalStateException("the club did not take somebody's time zone: " + answer.text());
        }
    }

    private void goOn(Pupil hand, int rounds, Instant now) throws InterruptedException {
        Browser browser = hand.browser();
        boolean there = browser.await(one -> one.button("room", Verb.CONTINUE).isPresent());
        if (!there) {
            throw new IllegalStateException("the club's post does not offer a way on");
        }
        Browser.Answer seen =
                browser.press(browser.button("room", Verb.CONTINUE).orElseThrow());
        for (int i = 0; i < rounds; i++) {
            Optional<Action> on = Pupil.onward(seen);
            if (on.isEmpty()) {
                arrived(seen);
                return;
            }
            Stop stop = stop(on.get());
            look(hand, stop, seen);
            seen = hand.goOn(seen);
            through.putIfAbsent(stop, now);
        }
        Browser.Answer last = seen;
        Pupil.onward(seen).ifPresentOrElse(on -> look(hand, stop(on), last), () -> arrived(last));
    }

    /** There was no way on: it is the end of what there is yet, or somebody was made to wait for others. */
    private void arrived(Browser.Answer seen) {
        String text = seen.text();
        if (text.contains(words.say("club.through"))) {
            finished = true;
        } else if (!text.contains(words.say("club.wait", "").split("[“”„]", -1)[0])
                && !text.contains(words.say("club.over"))) {
            waited++;
        }
    }

    /** What somebody sees of a round before they answer is watched, and whether they can answer without a partner. */
    private void look(Pupil hand, Stop stop, Browser.Answer seen) {
        came.add(stop);
        boolean alone = Stream.of("club.partner-later", "club.partner-next")
                .anyMatch(waits -> seen.text().contains(words.say(waits, Pool.ENOUGH)));
        if (alone
                && seen.item().actions().stream()
                        .noneMatch(action -> action.verb().equals(WRITE))) {
            waited++;
        }
        boolean open = hand.sent().stream()
                .noneMatch(sent -> sent.acknowledged()
                        && GUESSES.contains(sent.field())
                        && sent.step().equals(stop.step())
                        && sent.round() == stop.round());
        boolean asks = seen.item().actions().stream().anyMatch(action -> GUESSES.contains(action.verb()));
        if (open && asks) {
            seals.look(this, stop, seen.text());
        }
    }

    private static Stop stop(Action onward) {
        String[] at = onward.argument().split("/", 2);
        return new Stop(at[0], Integer.parseInt(at[1]));
    }

    /** What they answered, with what they were told. */
    List<Sent> sent() {
        return pupil.map(Pupil::sent).orElse(List.of());
    }

    /** When they were first through with a round; nothing if they are not. */
    Optional<Instant> through(Stop stop) {
        return Optional.ofNullable(through.get(stop));
    }

    /** Whether they asked for all about them to be erased, and were told that it was. */
    boolean isForgotten() {
        return gone && habit == Habit.FORGOTTEN;
    }

    /** Whether they have seen this round. */
    boolean cameTo(Stop stop) {
        return came.contains(stop);
    }

    boolean hasFinished() {
        return finished;
    }

    /** How often they were shown nothing to do, though there was more: no way on, or nowhere to answer for want of a partner. */
    int waited() {
        return waited;
    }

    void close() {
        pupil.ifPresent(one -> one.browser().close());
    }
}

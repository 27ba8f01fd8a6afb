package org.lessonbot.tck;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.plan.Step;
import org.lessonbot.plan.Stretch;

/** A club in a classroom, in the words of the rules. */
final class Club extends Held {
    static final String OWLS = "Why do owls hoot?";

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Instant begin;
    private final Duration all;

    private final LessonPlan plan;

    private Club(Bot bot, School school, Edition lesson, int days) {
        super(bot, school, bot.words().inClub());
        this.plan = lesson.plan();
        this.begin = bot.now();
        this.all = Duration.ofDays(days);
    }

    /** Starts a club of so many days in a room of its own, as a leader does, and waits until its post is there. */
    static Club start(Bot bot, School school, int days) {
        return start(bot, school, Plans.club(), days);
    }

    /** The same with another lesson than owls. */
    static Club start(Bot bot, School school, Edition lesson, int days) {
        Club club = new Club(bot, school, lesson, days);
        Instant until = club.begin.plus(club.all);
        Card offer = club.room
                .command(
                        Someone.TEACHER,
                        "start",
                        Map.of(
                                "lesson",
                                club.plan.id(),
                                "pace",
                                "self",
                                "until",
                                TYPED.format(LocalDateTime.ofInstant(until, ZoneOffset.UTC)),
                                "zone",
                                "UTC"))
                .card();
        club.room.press(Someone.TEACHER, offer, club.say("club.start"));
        club.await.until("the club's post", club::hubs, hubs -> !hubs.isEmpty());
        return club;
    }

    /** When a part is over at the latest, by what the plan says of the time: ends are rounded down. */
    Instant end(int stretch) {
        int share = plan.stretches().stream()
                .limit(stretch + 1L)
                .mapToInt(Stretch::share)
                .sum();
        return begin.plus(all.multipliedBy(share).dividedBy(100))
                .truncatedTo(ChronoUnit.MINUTES)
                .plus(1, ChronoUnit.MINUTES);
    }

    /** What the post says of a part that is over. */
    String over(int stretch) {
        return say(
                "club.stretch",
                "past",
                stretch + 1,
                plan.stretches().get(stretch).title());
    }

    /** The posts by which people go on. */
    List<Card> hubs() {
        return room.posts().stream()
                .filter(card -> card.shows(say("club.title", plan.title())))
                .toList();
    }

    Card hub() {
        return awaitHub("the club's one post", any -> true);
    }

    Card awaitHub(String what, Predicate<Card> wanted) {
        return await.until(what, this::hubs, hubs -> hubs.size() == 1 && wanted.test(hubs.get(0)))
                .get(0);
    }

    /** Whoever leads begins the next part before its time. */
    void beginNextPart() {
        long version = lesson().version();
        room.command(Someone.TEACHER, "next");
        await.until("the next part", () -> lesson().version(), now -> now > version);
        awaitPosts();
    }

    /** Somebody presses Continue on the club's post. */
    Card goOn(Someone who) {
        return room.press(who, hub(), say("club.continue")).card();
    }

    /** Somebody goes on from what they see, leaving out whatever they did not answer. */
    Card onward(Someone who, Card seen) {
        String label = seen.button(say("club.continue")).isPresent() ? say("club.continue") : say("club.leave-out");
        return room.press(who, seen, label).card();
    }

    /** Somebody goes on until they see this. */
    Card goOnUntil(Someone who, String text) {
        Card seen = goOn(who);
        while (!seen.shows(text)) {
            seen = onward(who, seen);
        }
        return seen;
    }

    /** The title of a round of a step, as it stands above what people see of it. */
    String title(int step, int round) {
        Step at = plan.steps().get(step);
        return at.rounds() > 1
                ? say("engine.title.round", step + 1, at.title(), round, at.rounds())
                : say("engine.title", step + 1, at.title());
    }
}

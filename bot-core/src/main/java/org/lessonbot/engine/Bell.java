package org.lessonbot.engine;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Words;
import org.lessonbot.club.Path;
import org.lessonbot.club.Reminders;
import org.lessonbot.club.Reminders.Member;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Reminder;
import org.lessonbot.lesson.Wishes;
import org.lessonbot.store.Passages;
import org.lessonbot.store.Posts;
import org.lessonbot.store.Reminding;
import org.lessonbot.store.Slot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reminds the members of clubs of what is open, each in their own way; by the clock, and when whoever leads asks for it. */
final class Bell implements ClubAlarm {
    private static final Logger log = LoggerFactory.getLogger(Bell.class);

    /** So many are told in one go, so that clubs that are due at the same time take turns. */
    private static final int AT_ONCE = 5;

    /** How long after the end of a stretch the next one is looked at, if nothing asked for it before. */
    private static final Duration AFTERWARDS = Duration.ofMinutes(5);

    /** How soon another instance may take over that serves the room. */
    private static final Duration ELSEWHERE = Duration.ofSeconds(10);

    private final Scenes scenes;
    private final Passages passages;
    private final Reminding reminding;
    private final Posts posts;
    private final Publisher publisher;
    private final Map<String, Platform> platforms;
    private final ZoneId zone;
    private final Clock clock;

    /** Until when the chats of clubs are to be left alone that have said so, here: another instance is told for itself. */
    private final Map<Long, Instant> pauses =
            Caffeine.newBuilder().maximumSize(10_000).<Long, Instant>build().asMap();

    Bell(
            Scenes scenes,
            Passages passages,
            Reminding reminding,
            Posts posts,
            Publisher publisher,
            Map<String, Platform> platforms,
            Setting setting) {
        this.scenes = scenes;
        this.passages = passages;
        this.reminding = reminding;
        this.posts = posts;
        this.publisher = publisher;
        this.platforms = platforms;
        this.zone = setting.zone();
        this.clock = setting.clock();
    }

    /** A club that is going on, and all who may be reminded of its stretch. */
    private record Club(Standing standing, int stretch, Reminders reminders, List<Member> members) {
        Lesson lesson() {
            return standing.lesson();
        }

        Instant next(Instant now) {
            return reminders.due(members, now).isEmpty()
                    ? reminders.look(members, now).orElseGet(() -> afterwards(now))
                    : now;
        }

        private Instant afterwards(Instant now) {
            Instant end = reminders.end().instant();
            return (end.isAfter(now) ? end : now).plus(AFTERWARDS);
        }
    }

    @Override
    public String name() {
        return "remind";
    }

    @Override
    public Optional<Instant> next(Standing standing) {
        return club(standing).map(club -> notBeforePause(club, club.next(clock.instant())));
    }

    /** Reminds whoever is due. */
    @Override
    public Optional<Instant> ring(long lesson) {
        Optional<Club> club = club(scenes.now(lesson));
        if (club.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Instant open = notBeforePause(club.get(), now);
        if (open.isAfter(now)) {
            return Optional.of(open);
        }
        List<Member> due = club.get().reminders().due(club.get().members(), now);
        if (!due.isEmpty() && platform(club.get()).isEmpty()) {
            return Optional.of(now.plus(ELSEWHERE));
        }
        if (!now.isBefore(club.get().reminders().soon())) {
            publisher.want(lesson, Slot.HUB);
        }
        Told told = new Told();
        tell(club.get(), due.stream().limit(AT_ONCE).toList(), told);
        told.pause.ifPresent(pause -> pauses.put(lesson, clock.instant().plus(pause)));
        return next(scenes.now(lesson));
    }

    /** This moment, or the end of the pause that the club's chat has asked for. */
    private Instant notBeforePause(Club club, Instant moment) {
        Instant pause = pauses.getOrDefault(club.lesson().id(), moment);
        return pause.isAfter(moment) ? pause : moment;
    }

    /** Reminds all who have not finished and may be reminded, and says who was and who was not. */
    Message nudge(Lesson lesson) {
        Standing standing = scenes.now(lesson);
        Words words = standing.words();
        Optional<Club> club = club(standing);
        if (club.isEmpty()) {
            return Message.text(words.say(standing.isClub() ? "club.paused" : "club.not-here"));
        }
        Instant now = clock.instant();
        Told told = new Told();
        List<Member> free = new ArrayList<>();
        for (Member member : club.get().members()) {
            if (!member.finished()) {
                club.get()
                        .reminders()
                        .hindrance(member, now)
                        .ifPresentOrElse(why -> told.add(Told.What.of(why), member), () -> free.add(member));
            }
        }
        if (platform(club.get()).isPresent()) {
            tell(club.get(), free, told);
        } else {
            free.forEach(member -> told.add(Told.What.FAILED, member));
        }
        return told.message(words);
    }

    private Optional<Club> club(Standing standing) {
        Lesson lesson = standing.lesson();
        if (!standing.isClub() || !lesson.running()) {
            return Optional.empty();
        }
        return standing.end()
                .map(end -> new Club(
                        standing,
                        end.stretch(),
                        new Reminders(lesson.stepSince(), end.at()),
                        members(standing, end.stretch())));
    }

    private List<Member> members(Standing standing, int stretch) {
        long lesson = standing.lesson().id();
        Path path = standing.path(passages.of(lesson));
        Map<String, Reminding.Kept> kept = reminding.kept(lesson);
        Map<String, List<Reminder>> before = reminding.reminders(lesson);
        List<Member> members = new ArrayList<>();
        for (Participant student : standing.roster().students()) {
            String id = student.id();
            Optional<Reminding.Kept> known = Optional.ofNullable(kept.get(id));
            Wishes wishes = known.map(Reminding.Kept::wishes).orElse(Wishes.NONE);
            members.add(new Member(
                    student,
                    wishes,
                    wishes.zone().orElse(zone),
                    path.hasBegun(id, stretch),
                    path.hasFinished(id, stretch),
                    known.map(Reminding.Kept::seen).orElse(Instant.MIN),
                    before.getOrDefault(id, List.of())));
        }
        return members;
    }

    private Optional<Platform> platform(Club club) {
        return Optional.ofNullable(platforms.get(club.lesson().room().platform()))
                .filter(platform -> platform.serves(club.lesson().room()));
    }

    private void tell(Club club, List<Member> members, Told told) {
        List<Member> named = members.stream().filter(Bell::isNamed).toList();
        for (int from = 0; from < named.size(); from += Limits.MENTIONS) {
            mention(club, named.subList(from, Math.min(from + Limits.MENTIONS, named.size())), from, told);
        }
        for (Member member : members) {
            if (!isNamed(member)) {
                if (told.pause.isPresent()) {
                    told.add(Told.What.LATER, member);
                } else if (claim(club, member, Wishes.Way.MESSAGE, told)) {
                    message(club, member, told);
                }
            }
        }
    }

    private static boolean isNamed(Member member) {
        return member.wishes().way() == Wishes.Way.MENTION;
    }

    private boolean claim(Club club, Member member, Wishes.Way way, Told told) {
        boolean ours = reminding.claim(claimed(club, member), club.stretch(), way, Reminders.MOST, clock.instant());
        if (!ours) {
            told.add(Told.What.TODAY, member);
        }
        return ours;
    }

    private Reminding.Claim claimed(Club club, Member member) {
        return new Reminding.Claim(club.lesson().id(), member.student().id(), member.day(clock.instant()));
    }

    /**
     * Some who asked to be called by name, by one post.
     *
     * @param from how many are called by others beside it
     */
    private void mention(Club club, List<Member> members, int from, Told told) {
        if (told.pause.isPresent()) {
            members.forEach(member -> told.add(Told.What.LATER, member));
            return;
        }
        List<Member> ours = members.stream()
                .filter(member -> claim(club, member, Wishes.Way.MENTION, told))
                .toList();
        if (ours.isEmpty()) {
            return;
        }
        List<String> people = ours.stream().map(member -> member.student().id()).toList();
        String key = club.lesson().id() + "/remind/" + clock.instant().getEpochSecond() + "/" + from;
        try {
            boolean named = platform(club)
                    .orElseThrow()
                    .mention(club.lesson().room(), key, people, letter(club).named());
            for (Member member : ours) {
                if (named) {
                    settle(club, member, Reminder.Outcome.SENT, Told.What.MENTIONED, told);
                } else {
                    message(club, member, told);
                }
            }
        } catch (PlatformException failure) {
            ours.forEach(member -> failed(club, member, failure, told));
        }
    }

    private void message(Club club, Member member, Told told) {
        try {
            Platform.Reached reached = platform(club)
                    .orElseThrow()
                    .remind(club.lesson().room(), member.student().id(), letter(club, member));
            switch (reached) {
                case SENT -> settle(club, member, Reminder.Outcome.SENT, Told.What.SENT, told);
                case WAITS -> settle(club, member, Reminder.Outcome.WAITS, Told.What.WAITS, told);
                case REFUSED -> settle(club, member, Reminder.Outcome.REFUSED, Told.What.REFUSED, told);
            }
        } catch (PlatformException failure) {
            failed(club, member, failure, told);
        }
    }

    private void settle(Club club, Member member, Reminder.Outcome outcome, Told.What what, Told told) {
        reminding.settle(claimed(club, member), outcome);
        told.add(what, member);
    }

    /** What was put off by the platform was not sent; of everything else nobody knows, so it is not tried again. */
    private void failed(Club club, Member member, PlatformException failure, Told told) {
        if (failure instanceof PlatformException.RateLimited limited) {
            reminding.release(claimed(club, member));
            told.pause = Optional.of(limited.after());
            told.add(Told.What.LATER, member);
        } else {
            log.warn("lesson {}: a reminder was not sent: {}", club.lesson().id(), failure.getMessage());
            settle(club, member, Reminder.Outcome.FAILED, Told.What.FAILED, told);
        }
    }

    private Message letter(Club club, Member member) {
        return letter(club).to(member.begun(), link(club));
    }

    private static Letter letter(Club club) {
        return new Letter(
                club.standing(), club.stretch(), club.reminders().end().instant());
    }

    private Optional<URI> link(Club club) {
        return posts.address(new Posts.Key(club.lesson().id(), Slot.HUB))
                .flatMap(address ->
                        platform(club).orElseThrow().link(club.lesson().room(), address));
    }
}

package org.lessonbot.engine.clock;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Message;
import org.lessonbot.club.Reminders;
import org.lessonbot.club.Reminders.Member;
import org.lessonbot.engine.Platform;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.lesson.Reminder;
import org.lessonbot.lesson.Wishes;
import org.lessonbot.store.Posts;
import org.lessonbot.store.Reminding;
import org.lessonbot.store.Slot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings reminders to the members of clubs: by a private message, or by their names in the room. */
public record Carrier(Reminding reminding, Posts posts, Map<String, Platform> platforms, Clock clock) {
    private static final Logger log = LoggerFactory.getLogger(Carrier.class);

    /** Whether this instance acts in the club's room. */
    boolean serves(Reminded club) {
        return platform(club).isPresent();
    }

    private Optional<Platform> platform(Reminded club) {
        return Optional.ofNullable(platforms.get(club.lesson().room().platform()))
                .filter(platform -> platform.serves(club.lesson().room()));
    }

    /** Reminds these, each in their own way, and notes what became of it. */
    void tell(Reminded club, List<Member> members, Told told) {
        List<Member> named = members.stream().filter(Carrier::isNamed).toList();
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

    private boolean claim(Reminded club, Member member, Wishes.Way way, Told told) {
        boolean ours = reminding.claim(claimed(club, member), club.stretch(), way, Reminders.MOST, clock.instant());
        if (!ours) {
            told.add(Told.What.TODAY, member);
        }
        return ours;
    }

    private Reminding.Claim claimed(Reminded club, Member member) {
        return new Reminding.Claim(club.lesson().id(), member.student().id(), member.day(clock.instant()));
    }

    /**
     * Some who asked to be called by name, by one post.
     *
     * @param from how many are called by others beside it
     */
    private void mention(Reminded club, List<Member> members, int from, Told told) {
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

    private void message(Reminded club, Member member, Told told) {
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

    private void settle(Reminded club, Member member, Reminder.Outcome outcome, Told.What what, Told told) {
        reminding.settle(claimed(club, member), outcome);
        told.add(what, member);
    }

    /** What was put off by the platform was not sent; of everything else nobody knows, so it is not tried again. */
    private void failed(Reminded club, Member member, PlatformException failure, Told told) {
        if (failure instanceof PlatformException.RateLimited limited) {
            reminding.release(claimed(club, member));
            told.pause = Optional.of(limited.after());
            told.add(Told.What.LATER, member);
        } else {
            log.warn("lesson {}: a reminder was not sent: {}", club.lesson().id(), failure.getMessage());
            settle(club, member, Reminder.Outcome.FAILED, Told.What.FAILED, told);
        }
    }

    private Message letter(Reminded club, Member member) {
        return letter(club).to(member.begun(), link(club));
    }

    private static Letter letter(Reminded club) {
        return new Letter(
                club.standing(), club.stretch(), club.reminders().end().instant());
    }

    private Optional<URI> link(Reminded club) {
        return posts.address(new Posts.Key(club.lesson().id(), Slot.HUB))
                .flatMap(address ->
                        platform(club).orElseThrow().link(club.lesson().room(), address));
    }
}

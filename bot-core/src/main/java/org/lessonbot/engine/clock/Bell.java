package org.lessonbot.engine.clock;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Words;
import org.lessonbot.club.Path;
import org.lessonbot.club.Reminders;
import org.lessonbot.club.Reminders.Member;
import org.lessonbot.engine.Setting;
import org.lessonbot.engine.posting.Publisher;
import org.lessonbot.engine.standing.Scenes;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Reminder;
import org.lessonbot.lesson.Wishes;
import org.lessonbot.store.Passages;
import org.lessonbot.store.Reminding;
import org.lessonbot.store.Slot;

/** Reminds the members of clubs of what is open, each in their own way; by the clock, and when whoever leads asks for it. */
public final class Bell implements ClubAlarm {
    /** So many are told in one go, so that clubs that are due at the same time take turns. */
    private static final int AT_ONCE = 5;

    /** How soon another instance may take over that serves the room. */
    private static final Duration ELSEWHERE = Duration.ofSeconds(10);

    private final Scenes scenes;
    private final Passages passages;
    private final Reminding reminding;
    private final Publisher publisher;
    private final Carrier carrier;
    private final ZoneId zone;
    private final Clock clock;

    /** Until when the chats of clubs are to be left alone that have said so, here: another instance is told for itself. */
    private final Map<Long, Instant> pauses =
            Caffeine.newBuilder().maximumSize(10_000).<Long, Instant>build().asMap();

    public Bell(
            Scenes scenes,
            Passages passages,
            Reminding reminding,
            Publisher publisher,
            Carrier carrier,
            Setting setting) {
        this.scenes = scenes;
        this.passages = passages;
        this.reminding = reminding;
        this.publisher = publisher;
        this.carrier = carrier;
        this.zone = setting.zone();
        this.clock = setting.clock();
    }

    @Override
    public String name() {
        return "remind";
    }

    @Override
    public Optional<Instant> next(Standing standing) {
        Instant now = clock.instant();
        Optional<Instant> first = reminders(standing).map(Reminders::first);
        if (first.filter(now::isBefore).isPresent()) {
            return first;
        }
        return club(standing).map(club -> {
            Instant next = notBeforePause(club, club.next(now));
            return next.isAfter(now) || carrier.serves(club) ? next : now.plus(ELSEWHERE);
        });
    }

    /** Reminds whoever is due. */
    @Override
    public Optional<Instant> ring(Standing standing) {
        long lesson = standing.lesson().id();
        Optional<Reminded> club = club(standing);
        if (club.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Instant open = notBeforePause(club.get(), now);
        if (open.isAfter(now)) {
            return Optional.of(open);
        }
        List<Member> due = club.get().reminders().due(club.get().members(), now);
        if (!due.isEmpty() && !carrier.serves(club.get())) {
            return Optional.of(now.plus(ELSEWHERE));
        }
        if (!now.isBefore(club.get().reminders().soon())) {
            publisher.want(lesson, Slot.HUB);
        }
        Told told = new Told();
        carrier.tell(club.get(), due.stream().limit(AT_ONCE).toList(), told);
        told.pause.ifPresent(pause -> pauses.put(lesson, clock.instant().plus(pause)));
        return next(scenes.now(lesson));
    }

    /** This moment, or the end of the pause that the club's chat has asked for. */
    private Instant notBeforePause(Reminded club, Instant moment) {
        Instant pause = pauses.getOrDefault(club.lesson().id(), moment);
        return pause.isAfter(moment) ? pause : moment;
    }

    /** Reminds all who have not finished and may be reminded, and says who was and who was not. */
    public Message nudge(Lesson lesson) {
        Standing standing = scenes.now(lesson);
        Words words = standing.words();
        Optional<Reminded> club = club(standing);
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
        if (carrier.serves(club.get())) {
            carrier.tell(club.get(), free, told);
        } else {
            free.forEach(member -> told.add(Told.What.FAILED, member));
        }
        return told.message(words);
    }

    private Optional<Reminded> club(Standing standing) {
        return reminders(standing)
                .map(reminders ->
                        new Reminded(standing, standing.stretch(), reminders, members(standing, standing.stretch())));
    }

    private static Optional<Reminders> reminders(Standing standing) {
        Lesson lesson = standing.lesson();
        return standing.end()
                .filter(end -> standing.isClub() && lesson.running())
                .map(end -> new Reminders(lesson.stepSince(), end.at()));
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
}

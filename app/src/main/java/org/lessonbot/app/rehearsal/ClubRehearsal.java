package org.lessonbot.app.rehearsal;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.door.LessonEngine;
import org.lessonbot.lesson.Dossier;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Round;
import org.lessonbot.lesson.Stop;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.plan.Pairing;
import org.lessonbot.store.Archive;
import org.lessonbot.store.Database;
import org.lessonbot.store.Reminding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays a club through its days by a clock that it moves: to when somebody comes, and to whatever falls due on the way. People
 * live in eleven zones; some come late, some never, some leave, some have themselves erased; and half-way the clocks of some
 * change.
 */
public final class ClubRehearsal {
    private static final Logger log = LoggerFactory.getLogger(ClubRehearsal.class);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** The night in which Berlin's clocks change. */
    private static final LocalDate CHANGE = LocalDate.of(2026, 10, 25);

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final List<ZoneId> ZONES = List.of(
            BERLIN,
            ZoneId.of("America/Los_Angeles"),
            ZoneId.of("America/New_York"),
            ZoneId.of("America/Sao_Paulo"),
            ZoneId.of("Europe/London"),
            ZoneId.of("Africa/Lagos"),
            ZoneId.of("Asia/Kolkata"),
            ZoneId.of("Asia/Kathmandu"),
            ZoneId.of("Asia/Tokyo"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Pacific/Auckland"));
    private static final Pattern MOMENT = Pattern.compile("<time datetime=\"([^\"]*)\"");

    private final HttpClient http;
    private final Database database;
    private final LessonEngine engine;
    private final MovedClock clock;
    private final Words words;
    private final ExecutorService hands = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "member");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param database is read, to learn when everything is drawn and what was kept
     * @param clock by which the engine and all around it go
     * @param words in the classroom's language
     */
    public ClubRehearsal(HttpClient http, Database database, LessonEngine engine, MovedClock clock, Words words) {
        this.http = http;
        this.database = database;
        this.engine = engine;
        this.clock = clock;
        this.words = words;
    }

    /**
     * What to play.
     *
     * @param room the classroom's id
     */
    public record Script(String room, URI teacher, URI students, LessonPlan plan, int members, int days, long seed) {}

    /**
     * What came of it.
     *
     * @param answersSent by those who did not have themselves erased
     * @param lost answers that were acknowledged and are not kept
     * @param seenBeforeSealing how often somebody saw of a round what they should have seen only after their own answer
     * @param waitedForNobody how often there was more to do, and somebody was shown nothing to do and no way on; and how many came to
     *     where one works with a partner, and were never given one
     * @param lateDeadlinesSMax the longest that a stretch went on after the end that the leader was told, in seconds
     * @param report what the room shows at the end
     */
    public record Result(
            int students,
            int days,
            int finished,
            int answersSent,
            int answersAcknowledged,
            int answersStored,
            int lost,
            int reminders,
            int remindersToFinished,
            int remindersInQuietHours,
            int remindersTwiceADay,
            int seenBeforeSealing,
            int waitedForNobody,
            long lateDeadlinesSMax,
            String report) {
        /** Whether everything is zero that must be. */
        public boolean isClean() {
            return lost
                            + remindersToFinished
                            + remindersInQuietHours
                            + remindersTwiceADay
                            + seenBeforeSealing
                            + waitedForNobody
                    == 0;
        }
    }

    /** When a club of so many days has to begin for the clocks to change in the middle of it. */
    public static Instant begin(int days) {
        return CHANGE.minusDays(days / 2).atTime(MORNING).atZone(BERLIN).toInstant();
    }

    /** @param progress told the day and the number of all days */
    public Result play(Script script, BiConsumer<Integer, Integer> progress) throws InterruptedException {
        List<Member> members = new ArrayList<>();
        Seals seals = new Seals(words, members::stream);
        SplittableRandom random = new SplittableRandom(script.seed());
        IntStream.rangeClosed(1, script.members())
                .forEach(number -> members.add(
                        new Member(number, ZONES.get(number % ZONES.size()), random.split(), seals, words)));
        try (Browser leader = Browser.open(http, script.teacher(), words)) {
            Instant begin = clock.instant();
            Instant until = begin.atZone(BERLIN).plusDays(script.days()).toInstant();
            Ends ends = new Ends(database, clock, words, leader, script, start(leader, script, until));
            Texts texts = new Texts(words);
            for (Map.Entry<Instant, List<Member>> visit :
                    visits(members, begin, until).entrySet()) {
                passUntil(visit.getKey(), ends);
                progress.accept((int) Duration.between(begin, visit.getKey()).toDays() + 1, script.days());
                all(visit.getValue().stream()
                        .map(member -> visit(member, script, texts, visit.getKey()))
                        .toList());
            }
            passUntil(until.plus(Duration.ofHours(1)), ends);
            return result(script, members, seals, ends, String.join("\n\n", leader.room()));
        } finally {
            hands.shutdownNow();
            members.forEach(Member::close);
        }
    }

    /** Who comes when. */
    private static SortedMap<Instant, List<Member>> visits(List<Member> members, Instant begin, Instant until) {
        SortedMap<Instant, List<Member>> visits = new TreeMap<>();
        for (Member member : members) {
            member.visits(begin, until)
                    .forEach(at -> visits.computeIfAbsent(at, first -> new ArrayList<>())
                            .add(member));
        }
        return visits;
    }

    private Callable<Void> visit(Member member, Script script, Texts texts, Instant now) {
        return () -> {
            member.visit(http, script.students(), texts, now);
            return null;
        };
    }

    /** Those who are there at the same time go on at the same time. */
    private void all(List<Callable<Void>> visits) throws InterruptedException {
        for (Future<Void> visit : hands.invokeAll(visits)) {
            try {
                visit.get();
            } catch (ExecutionException failure) {
                throw new IllegalStateException("a member could not go on", failure.getCause());
            }
        }
    }

    /** @return the ends of the stretches, as the leader is told */
    private List<Instant> start(Browser leader, Script script, Instant until) throws InterruptedException {
        String typed = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)
                .format(LocalDateTime.ofInstant(until, BERLIN));
        Browser.Answer offer = leader.command(
                Verb.START.word(),
                Map.of("lesson", script.plan().id(), "pace", "self", "until", typed, "zone", BERLIN.getId()));
        List<Instant> told = MOMENT.matcher(offer.item().html())
                .results()
                .map(moment -> Instant.parse(moment.group(1)))
                .toList();
        if (told.size() != script.plan().stretches().size() + 1 || !told.get(0).equals(until)) {
            throw new IllegalStateException("the club was not offered as it was asked for: " + offer.text());
        }
        offer.item().actions().forEach(leader::press);
        // Whoever comes in before the room shows a club is not taken in by that alone.
        if (!leader.await(one -> one.button("room", Verb.CONTINUE).isPresent())) {
            throw new IllegalStateException("the room does not show the club");
        }
        return told.subList(1, told.size());
    }

    /** Moves the clock on, and stops wherever something falls due or was said to end. */
    private void passUntil(Instant then, Ends ends) throws InterruptedException {
        Optional<Instant> due = engine.catchUp();
        while (clock.instant().isBefore(then)) {
            Instant now = clock.instant();
            Instant stop = ends.after(now).filter(then::isAfter).orElse(then);
            clock.moveTo(due.filter(stop::isAfter).orElse(stop));
            due = engine.catchUp();
            ends.look();
        }
    }

    private Result result(Script script, List<Member> members, Seals seals, Ends ends, String report) {
        Dossier kept = new Archive(database.jdbi()).lesson(ends.lesson().id()).orElseThrow();
        Audit audit = new Audit(kept);
        if (audit.holdsAnythingOf(members.stream().filter(Member::isForgotten).toList())) {
            throw new IllegalStateException("somebody was told that they were erased, and something of theirs is kept");
        }
        List<Sent> sent = members.stream()
                .filter(member -> !member.isForgotten())
                .flatMap(member -> member.sent().stream())
                .toList();
        List<Sent> acknowledged = sent.stream().filter(Sent::acknowledged).toList();
        List<Sent> lost = acknowledged.stream().filter(one -> !audit.holds(one)).toList();
        lost.forEach(one -> log.warn("acknowledged and not kept: {}", one));
        Map<String, Member> byId = byId(kept, members);
        Reminders reminders = Reminders.of(
                new Reminding(database.jdbi()).reminders(kept.lesson().id()), byId);
        return new Result(
                members.size(),
                script.days(),
                (int) members.stream().filter(Member::hasFinished).count(),
                sent.size(),
                acknowledged.size(),
                acknowledged.size() - lost.size(),
                lost.size(),
                reminders.all().size(),
                reminders.toFinished(stretch -> stops(script.plan(), kept.rounds(), stretch)),
                reminders.inQuietHours(),
                reminders.twiceADay(),
                seals.broken(),
                members.stream().mapToInt(Member::waited).sum() + leftAlone(script.plan(), kept, byId),
                ends.latest(),
                report);
    }

    /** Those who came to where one works with a partner and have none in the end, unless there was nobody else for one of them. */
    private static int leftAlone(LessonPlan plan, Dossier kept, Map<String, Member> byId) {
        Set<Stop> together = kept.rounds().stream()
                .map(Stop::of)
                .filter(stop -> plan.step(stop.step()).orElseThrow().activity().equals("investigate"))
                .collect(Collectors.toSet());
        int alone = (int) kept.roster().students().stream()
                .filter(student -> Optional.ofNullable(byId.get(student.id()))
                        .filter(member -> together.stream().anyMatch(member::cameTo))
                        .isPresent())
                .filter(student ->
                        kept.roster().partners(Pairing.QUESTIONS, student.id()).isEmpty())
                .count();
        return alone > 1 ? alone : 0;
    }

    private static Map<String, Member> byId(Dossier kept, List<Member> members) {
        Map<String, Member> byId = new HashMap<>();
        for (Participant participant : kept.roster().participants()) {
            members.stream()
                    .filter(member -> member.name().equals(participant.name()))
                    .forEach(member -> byId.put(participant.id(), member));
        }
        return byId;
    }

    private static List<Stop> stops(LessonPlan plan, List<Round> rounds, int stretch) {
        return rounds.stream()
                .filter(round -> plan.stretchOf(round.step()) == stretch)
                .map(Stop::of)
                .toList();
    }
}

package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.activity.Move;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.moves.Cause;
import org.lessonbot.engine.moves.Moves;
import org.lessonbot.engine.standing.Editions;
import org.lessonbot.engine.standing.Scenes;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.engine.standing.Standings;
import org.lessonbot.lesson.Deadline;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Participant;
import org.lessonbot.store.Arrival;
import org.lessonbot.store.EntryReader;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.Migrated;
import org.lessonbot.store.NewLesson;
import org.lessonbot.time.LocalMoment;

/** The ends of a club's parts, over the weekend on which Berlin's clocks are put back. */
class ClubMovesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalMoment SATURDAY = evening(24);
    private static final LocalMoment SUNDAY = evening(25);

    private final Migrated store = Migrated.fresh();
    private Instant now = evening(20).instant();
    private final InstantSource time = () -> now;
    private final Clock clock = time.withZone(ZoneOffset.UTC);
    private final Lessons lessons = new Lessons(store.database().jdbi(), clock);
    private final Editions editions = new Editions(lessons);
    private final Standings standings = new Standings(lessons, editions, language -> GuessingLesson.WORDS);
    private final Moves moves = new Moves(
            standings, new Scenes(standings, new EntryReader(store.database().jdbi())), room -> Set.of(), clock);
    private long club;
    private int asked;

    private static LocalMoment evening(int october) {
        return new LocalMoment(LocalDateTime.of(2026, 10, october, 18, 0), BERLIN);
    }

    /** Its first part goes until Saturday, each further one a week longer. */
    @BeforeEach
    void startClub() {
        List<Deadline> ends = IntStream.range(
                        0, ShippedLesson.edition().plan().stretches().size())
                .mapToObj(part -> new Deadline(part, SATURDAY.plusDays(7L * part)))
                .toList();
        club = moves.beginClub(
                        new NewLesson(
                                new Room("paper", "club"),
                                editions.pinForClub(ShippedLesson.edition()),
                                Lesson.Pace.SELF,
                                7,
                                ShippedLesson.edition().plan().steps().get(0).id()),
                        new Arrival("t", "Ms Rivers", Participant.Role.TEACHER),
                        ends)
                .orElseThrow();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aDayMoreEndsAtTheSameTimeOfDayThoughTheClocksChange() {
        make(new Move.Extend(Duration.ofDays(1)));

        assertThat(end(0)).isEqualTo(SUNDAY);
        assertThat(end(1)).isEqualTo(evening(31).plusDays(1));
    }

    @Test
    void aPauseOfADayPutsEndsOffByADayThoughTheClocksChange() {
        now = SATURDAY.instant().minus(Duration.ofHours(8));
        make(new Move.Pause());
        now = SUNDAY.instant().minus(Duration.ofHours(8));
        make(new Move.Resume());

        assertThat(end(0)).isEqualTo(SUNDAY);
        assertThat(end(1)).isEqualTo(evening(31).plusDays(1));
    }

    @Test
    void aClubThatIsOpenedAgainADayLongerPutsItsOtherPartsOffByADay() {
        make(new Move.End());
        now = now.plus(Duration.ofHours(1));
        make(new Move.Until(-1, SUNDAY));

        assertThat(end(0)).isEqualTo(SUNDAY);
        assertThat(end(1)).isEqualTo(evening(31).plusDays(1));
        assertThat(standing().lesson().stepSince()).isEqualTo(now);
    }

    @Test
    void anEndThatIsTypedDuringAPauseStaysAndTheOthersArePutOff() {
        make(new Move.Pause());
        now = now.plus(Duration.ofDays(2));
        make(new Move.Until(-1, evening(29)));
        now = now.plus(Duration.ofDays(1));
        make(new Move.Resume());

        assertThat(end(0)).isEqualTo(evening(29));
        assertThat(end(1)).isEqualTo(evening(31).plusDays(3));

        make(new Move.Pause());
        now = now.plus(Duration.ofDays(1));
        make(new Move.Resume());
        assertThat(end(0)).as("it was typed in the pause before").isEqualTo(evening(30));
    }

    @Test
    void anEndThatWasTypedInAPauseInWhichTheClubEndedIsPutOffByTheNext() {
        make(new Move.Pause());
        make(new Move.Until(-1, evening(29)));
        make(new Move.End());
        now = now.plus(Duration.ofHours(1));
        make(new Move.Until(-1, evening(30)));

        make(new Move.Pause());
        now = now.plus(Duration.ofDays(1));
        make(new Move.Resume());

        assertThat(end(0)).isEqualTo(evening(31));
    }

    @Test
    void anEndThatIsOverByNowCanBeTypedAnewDuringAPause() {
        make(new Move.Pause());
        now = SUNDAY.instant();

        assertThat(make(new Move.Until(-1, evening(29)))).isEqualTo(Moves.Result.MADE);
    }

    @Test
    void aPartEndsBeforeTheNextOneThoughThatOnesEndStays() {
        make(new Move.Pause());
        make(new Move.Until(1, evening(26)));
        now = now.plus(Duration.ofDays(4));
        make(new Move.Resume());

        assertThat(end(1)).isEqualTo(evening(26));
        assertThat(end(0).instant()).isStrictlyBetween(now, evening(26).instant());
    }

    @Test
    void theClockEndsNoPartThatWasJustPutOff() {
        Cause due = new Cause.Deadline(
                standing().lesson().step(), standing().lesson().round(), SATURDAY.instant());
        make(new Move.Extend(Duration.ofDays(1)));
        now = SATURDAY.instant();

        assertThat(moves.make(club, due, new Move.Next())).isEqualTo(Moves.Result.BEFORE);
        assertThat(standing().stretch()).isZero();
    }

    private Moves.Result make(Move move) {
        return moves.make(club, new Cause.Asked("i" + ++asked, -1), move);
    }

    private Standing standing() {
        return standings.now(club).orElseThrow();
    }

    private LocalMoment end(int part) {
        return standing().deadlines().get(part).at();
    }
}

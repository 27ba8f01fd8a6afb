package org.lessonbot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.DrivenTime;
import org.lessonbot.lesson.Lesson;

/** A post stands once, whoever tries it and however often. */
class PostsTest {
    private static final Duration FOREVER = Duration.ofDays(9);

    private final Migrated store = Migrated.fresh();
    private final Lessons lessons = new Lessons(store.database().jdbi());
    private final Posts posts = new Posts(store.database().jdbi(), "one");
    private final long lesson = lesson();
    private final Posts.Key key = new Posts.Key(lesson, "match/1");

    @AfterEach
    void close() {
        store.close();
    }

    private long lesson() {
        lessons.pin("h", "{}");
        long id = lessons.start(
                        new NewLesson(new Room("paper", "r"), "h", Lesson.Pace.LIVE, 1, "match"),
                        tx -> tx.lesson().id())
                .orElseThrow();
        lessons.move(id, tx -> {
            tx.open("match", 1, "{}");
            return true;
        });
        return id;
    }

    private Posts.Claim claim() {
        return posts.claim(new Posts.Key(lesson, "match/1"), Duration.ofSeconds(9))
                .orElseThrow();
    }

    @Test
    void toFindWhatIsStaleNothingElseIsRead() {
        claim();
        long read = store.database().jdbi().inTransaction(handle -> {
            handle.execute(
                    "insert into post (lesson, slot, place, step, round, wanted, shown)"
                            + " select ?, 'match/' || n, 'ROOM', 'match', n, 1, 1 from generate_series(2, 2000) as n",
                    lesson);
            handle.execute("analyze post");
            handle.createQuery(Posts.STALE).mapTo(Long.class).list();
            return handle.createQuery("select seq_tup_read + coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables"
                            + " where relname = 'post'")
                    .mapTo(Long.class)
                    .one();
        });
        assertThat(read).isLessThan(100);
    }

    private void goBack() {
        lessons.move(lesson, tx -> {
            tx.posts().repost("match", 1);
            return true;
        });
    }

    @Test
    void eachTryIsOfTheSameStandingWhateverWasVotedMeanwhile() {
        Posts.Claim first = claim();
        posts.release(first);
        posts.want(lesson, "match/1");
        Posts.Claim second = claim();

        assertThat(first.triedBefore()).isFalse();
        assertThat(second.triedBefore()).isTrue();
        assertThat(second.version()).isGreaterThan(first.version());
        assertThat(second.standing()).isEqualTo(first.standing());
    }

    @Test
    void whatIsPostedAnewIsOfAnotherStandingAndIsNotTriedYet() {
        Posts.Claim first = claim();
        posts.shown(first, "a", "digest");
        goBack();
        Posts.Claim second = claim();
        posts.shown(second, "b", "digest");
        posts.want(lesson, "match/1");
        posts.lost(claim());
        Posts.Claim third = claim();

        assertThat(first.standing()).isLessThan(second.standing());
        assertThat(second.standing()).isLessThan(third.standing());
        assertThat(second.triedBefore()).isFalse();
        assertThat(third.triedBefore()).isFalse();
        assertThat(third.retired()).isEqualTo("b");
    }

    @Test
    void whatStandsThoughPerhapsNotAsItShouldIsDrawnAgainWhereItStands() {
        posts.stands(claim(), "a");

        Posts.Claim again = claim();

        assertThat(again.address()).isEqualTo("a");
        assertThat(again.digest()).isEmpty();
    }

    @Test
    void aLessonThatGoesBackWhileThePostIsDrawnIsPostedAnewAllTheSame() {
        posts.shown(claim(), "a", "digest");
        posts.want(lesson, "match/1");
        Posts.Claim underWay = claim();
        goBack();

        posts.shown(underWay, "a", "later");

        Posts.Claim anew = claim();
        assertThat(anew.address()).isEmpty();
        assertThat(anew.retired()).isEqualTo("a");
    }

    @Test
    void whatTheDeadHeldIsFreeAtOnceAndWhatTheLivingHoldIsNot() {
        SignOfLife dying = living();
        Posts theirs = new Posts(store.database().jdbi(), dying);
        assertThat(theirs.claim(key, FOREVER)).isPresent();

        assertThat(posts.staleLessons()).isEmpty();
        assertThat(posts.claim(key, FOREVER)).isEmpty();

        dying.close();

        assertThat(posts.staleLessons()).containsExactly(lesson);
        assertThat(posts.claim(key, FOREVER)).isPresent();
    }

    @Test
    void aLeaseWithoutALockLastsUntilItsTimeIsOver() {
        Posts theirs = new Posts(store.database().jdbi(), new SignOfLife(store.database()));
        assertThat(theirs.claim(key, FOREVER)).isPresent();
        assertThat(posts.staleLessons()).isEmpty();
        assertThat(posts.claim(key, FOREVER)).isEmpty();

        pass("leased_till = clock_timestamp() - interval '1 s'");

        assertThat(posts.staleLessons()).containsExactly(lesson);
        assertThat(posts.claim(key, FOREVER)).isPresent();
    }

    @Test
    void whatTheDeadDidToAPostIsNotKnownSoItIsDrawnWhateverItShows() {
        posts.shown(claim(), "a", "digest");
        posts.want(lesson, key.slot());
        SignOfLife dying = living();
        assertThat(new Posts(store.database().jdbi(), dying)
                        .claim(key, FOREVER)
                        .orElseThrow()
                        .digest())
                .isEqualTo("digest");
        dying.close();

        assertThat(claim().digest()).isEmpty();
    }

    @Test
    void whoWasHeldForDeadLosesAndThePostIsDrawnOnceMore() {
        posts.shown(claim(), "a", "before");
        posts.want(lesson, key.slot());
        SignOfLife ghost = living();
        Posts theirs = new Posts(store.database().jdbi(), ghost);
        Posts.Claim late = theirs.claim(key, FOREVER).orElseThrow();
        ghost.close();
        Posts.Claim ours = claim();
        posts.shown(ours, "a", "ours");
        assertThat(posts.stale(lesson)).isEmpty();

        theirs.shown(late, "a", "theirs");

        assertThat(posts.stale(lesson)).containsExactly(key);
        assertThat(claim().digest()).isEmpty();
    }

    @Test
    void aLeaseThatIsPutBackLeavesThePostAsItWas() {
        posts.shown(claim(), "a", "digest");
        posts.want(lesson, key.slot());
        posts.putBack(claim());

        assertThat(claim().digest()).isEqualTo("digest");
    }

    @Test
    void anInstanceWhoseConnectionBrokeLivesAgainOnceItIsRenewed() {
        SignOfLife life = living();
        String before = life.owner();
        store.database()
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "select pg_terminate_backend(pid, ?) from pg_locks"
                                + " where locktype = 'advisory' and database ="
                                + " (select oid from pg_database where datname = current_database())",
                        DrivenTime.HANGS.toMillis()));

        life.renew();

        assertThat(life.owner()).startsWith(SignOfLife.LIVES).isNotEqualTo(before);
        assertThat(new Posts(store.database().jdbi(), life).claim(key, FOREVER)).isPresent();
        assertThat(posts.claim(key, FOREVER)).isEmpty();
        life.renew();
        assertThat(posts.claim(key, FOREVER)).isEmpty();
        life.close();
    }

    @Test
    void theLockKeepsNothingFromBeingVacuumed() {
        SignOfLife life = living();
        int idle = store.database()
                .jdbi()
                .withHandle(
                        handle -> handle.createQuery("""
                                select count(*) from pg_stat_activity where state = 'idle in transaction'
                                    and datname = current_database() and backend_xmin is null and backend_xid is null
                                """).mapTo(Integer.class).one());

        assertThat(idle).isEqualTo(1);
        life.close();
    }

    private SignOfLife living() {
        SignOfLife life = new SignOfLife(store.database());
        life.renew();
        return life;
    }

    private void pass(String change) {
        store.database().jdbi().useHandle(handle -> handle.execute("update post set " + change));
    }
}

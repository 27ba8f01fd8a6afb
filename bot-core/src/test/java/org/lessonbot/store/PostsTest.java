package org.lessonbot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Room;
import org.lessonbot.lesson.Lesson;

/** A post stands once, whoever tries it and however often. */
class PostsTest {
    private final Migrated store = Migrated.fresh();
    private final Lessons lessons = new Lessons(store.database().jdbi());
    private final Posts posts = new Posts(store.database().jdbi(), "one");
    private final long lesson = lesson();

    @AfterEach
    void close() {
        store.close();
    }

    private long lesson() {
        lessons.pin("h", "{}");
        long id = lessons.start(new Room("paper", "r"), "h", Lesson.Pace.LIVE, 1, "match")
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

    private void goBack() {
        lessons.move(lesson, tx -> {
            tx.repost("match", 1);
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
}

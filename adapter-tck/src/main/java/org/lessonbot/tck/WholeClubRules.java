package org.lessonbot.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lessonbot.tck.Someone.TEACHER;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lessonbot.engine.Await;
import org.lessonbot.lesson.Lesson;

/** A whole club with the lesson that ships, from the form that starts it to its close. */
public interface WholeClubRules extends Rules {
    /** As many as the pool of partners waits for. */
    int MEMBERS = 4;
    /** More rounds than any part has. */
    int MOST_ROUNDS = 60;

    /** Where goldens are kept; nothing if this platform keeps none. */
    Optional<Path> goldens();

    @Test
    default void aWholeClubGoesFromItsFormToItsClose() throws Exception {
        Classroom room = school().classroom();
        Await await = await();
        Sheet form = room.command(TEACHER, "start", Map.of("lesson", Plans.FIRST, "pace", "self"))
                .sheet();
        Card offer = room.submit(
                        TEACHER,
                        form,
                        Map.of(say("club.form.until"), "2037-12-04T18:00", say("club.form.zone"), "Europe/Berlin"))
                .card();
        look("offer", offer.source());
        assertThat(offer.text()).contains("Friday, 4 December 2037, 18:00");
        room.press(TEACHER, offer, say("club.start"));
        await.until("the hub", room::posts, posts -> posts.size() == 1);
        look("hub", hub(room).source());

        List<Pupil> members = IntStream.rangeClosed(1, MEMBERS)
                .mapToObj(number -> new Pupil(room, number))
                .toList();
        int parts = Optional.ofNullable(Plans.shipped().get(Plans.FIRST))
                .orElseThrow()
                .plan()
                .stretches()
                .size();
        for (int part = 1; part <= parts; part++) {
            for (Pupil member : members) {
                throughPart(room, member);
            }
            String all = say("club.finished-all", MEMBERS);
            await.until("all to be through", () -> hub(room), hub -> hub.shows(all));
            assertThat(room.posts()).as("the posts of part %s", part).hasSizeLessThanOrEqualTo(1);
            assertThat(room.command(TEACHER, "console").card().text()).contains(say("club.have-finished", MEMBERS));
            if (part < parts) {
                long version = bot().lesson(room.room()).version();
                room.command(TEACHER, "next");
                await.until("the next part", () -> bot().lesson(room.room()).version(), now -> now > version);
                await.until("all posts to be up to date", () -> bot().pending(room.room()), pending -> pending == 0);
            }
        }
        Card sure = room.command(TEACHER, "end").card();
        room.press(TEACHER, sure, say("engine.end.now"));
        await.until(
                "the close", room::posts, posts -> posts.stream().anyMatch(post -> post.shows(say("club.over.title"))));
        assertThat(bot().lesson(room.room()).status()).isEqualTo(Lesson.Status.ENDED);
        assertThat(bot().entries(room.room()).all()).isNotEmpty();
    }

    /** Each round is asked for from the hub, begun, asked for once more as on another day, and left. */
    private void throughPart(Classroom room, Pupil member) {
        for (int round = 1; round < MOST_ROUNDS; round++) {
            Card card =
                    room.press(member.who(), hub(room), say("club.continue")).card();
            if (onward(card).isEmpty()) {
                assertThat(card.text()).isNotBlank();
                return;
            }
            assertThat(card.fired()).isEmpty();
            member.begin(card, beside())
                    .ifPresent(seen -> assertThat(seen.faults()).isEmpty());
            Card again =
                    room.press(member.who(), hub(room), say("club.continue")).card();
            room.press(member.who(), again, onward(again).orElseThrow());
        }
        throw new AssertionError("a part of the club does not end");
    }

    private Set<String> beside() {
        return Set.of(say("club.continue"), say("club.leave-out"), say("club.me"), say("zone.say"), say("zone.later"));
    }

    private Optional<Card.Button> onward(Card card) {
        return card.button(say("club.continue")).or(() -> card.button(say("club.leave-out")));
    }

    private Card hub(Classroom room) {
        return await().until(
                        "the hub",
                        () -> room.posts().stream()
                                .filter(post ->
                                        post.button(say("club.continue")).isPresent())
                                .toList(),
                        hubs -> hubs.size() == 1)
                .get(0);
    }

    private String say(String key, Object... arguments) {
        return bot().words().inClub().say(key, arguments);
    }

    private void look(String place, String source) throws IOException {
        if (goldens().isPresent()) {
            new Golden(goldens().orElseThrow().resolveSibling("club"), school().sourceType()).check(place, source);
        }
    }
}

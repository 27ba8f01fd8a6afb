package org.lessonbot.engine.people;

import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lessonbot.activity.Actor;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Words;
import org.lessonbot.club.Path;
import org.lessonbot.engine.attendance.Attendance;
import org.lessonbot.engine.clock.EarlyEnd;
import org.lessonbot.engine.drawing.ClubViews;
import org.lessonbot.engine.standing.Scenes;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Stop;

/** How people go on in a club, each at their own pace. */
public final class Clubs {
    private static final Pattern STOP = Pattern.compile("([a-z0-9-]{1,24})/([1-9]\\d{0,3})");

    private final ClubViews views;
    private final Scenes scenes;
    private final Passing passing;
    private final Coming coming;
    private final Attendance attendance;
    private final EarlyEnd early;

    public Clubs(
            ClubViews views, Scenes scenes, Passing passing, Coming coming, Attendance attendance, EarlyEnd early) {
        this.views = views;
        this.scenes = scenes;
        this.passing = passing;
        this.coming = coming;
        this.attendance = attendance;
        this.early = early;
    }

    /**
     * Gives somebody the next thing. Whoever does not take part yet comes in by it.
     *
     * @param argument the round that they are through with by this, as {@code step/number}; empty for none
     */
    CompletableFuture<Reply> go(Standing now, Actor actor, String argument) {
        Standing standing = passing.of(now, actor.id());
        Lesson lesson = standing.lesson();
        Words words = standing.words();
        if (!standing.isClub()) {
            return CompletableFuture.completedFuture(Reply.whisper(words.say("club.not-here")));
        }
        if (lesson.endedAt().isPresent() || standing.studies(actor.id())) {
            return CompletableFuture.completedFuture(Reply.whisper(onward(standing, actor.id(), argument)));
        }
        if (actor.teacher()) {
            return CompletableFuture.completedFuture(
                    Reply.whisper(words.say("club.you-lead", console(standing, actor))));
        }
        return attendance.join(lesson, actor).thenApply(joined -> welcome(scenes.now(lesson), actor.id(), joined));
    }

    private String console(Standing standing, Actor actor) {
        boolean byOwnRight = !standing.roster().wasAskedToLead(actor.id());
        return passing.publisher().console(standing.lesson().room(), byOwnRight);
    }

    /** What somebody hears who has come in: in a club the next thing too. */
    Reply welcome(Standing standing, String person, String joined) {
        Message said = Message.text(joined);
        return Reply.whisper(standing.isClub() ? said.then(onward(standing, person, "")) : said);
    }

    private Message onward(Standing standing, String person, String argument) {
        Matcher stop = STOP.matcher(argument);
        boolean passed = standing.lesson().running()
                && stop.matches()
                && passing.pass(standing, person, new Stop(stop.group(1), Integer.parseInt(stop.group(2))));
        Path path = views.path(standing);
        if (passed && early.ends(standing, path)) {
            Standing next = scenes.now(standing.lesson());
            return comeTo(next, views.path(next), person);
        }
        return comeTo(standing, path, person);
    }

    /** Where somebody is now, with a partner if it is there that they get one, and with what is foretold of it. */
    private Message comeTo(Standing standing, Path path, String person) {
        Standing met = path.next(person)
                .filter(next -> standing.lesson().running() && !standing.afterwards())
                .map(next -> coming.to(standing, person, path, next))
                .orElse(standing);
        return views.here(met, path, person);
    }
}

package org.lessonbot.engine.drawing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lessonbot.activity.Activities;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.standing.Scenes;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Round;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.plan.Step;
import org.lessonbot.store.Posts;
import org.lessonbot.store.Slot;

/** What each of a lesson's posts shows now. */
public final class Drawings {
    private final Scenes scenes;
    private final Console console;
    private final DraftViews drafts;
    private final ClubViews clubs;

    public Drawings(Scenes scenes, DraftViews drafts, ClubViews clubs, Clock clock) {
        this.scenes = scenes;
        this.console = new Console(scenes, drafts, clock);
        this.drafts = drafts;
        this.clubs = clubs;
    }

    public Message post(Lesson lesson, Posts.Claim claim) {
        String slot = claim.key().slot();
        if (slot.equals(Slot.CONSOLE)) {
            return console(lesson);
        }
        if (slot.startsWith(Slot.PAIRS)) {
            return pairs(lesson).list(Slot.pairing(slot));
        }
        return switch (slot) {
            case Slot.OVER -> over(lesson);
            case Slot.HUB -> clubs.hub(lesson);
            case Slot.SUMMARY -> summary(lesson);
            default -> room(lesson, round(lesson, claim));
        };
    }

    /** What a club's lesson came to: its last round. */
    private Message summary(Lesson lesson) {
        if (lesson.endedAt().isEmpty()) {
            return Message.text(scenes.words(lesson).say("club.reopened.summary"));
        }
        List<Round> opened = scenes.now(lesson).opened();
        Round last = opened.get(opened.size() - 1);
        return Message.of(new Block.Heading(title(lesson, last)))
                .then(scenes.drawing(lesson, last).room())
                .then(clubs.late(lesson));
    }

    /** The teachers' console. */
    public Message console(Lesson lesson) {
        return lesson.isClub() && lesson.endedAt().isEmpty() ? clubs.console(lesson) : console.render(lesson);
    }

    /** Where somebody left off in each of these clubs, by room. */
    public Map<Room, Message> clubs(List<Lesson> lessons, String person) {
        Map<Room, Message> all = new LinkedHashMap<>();
        for (Lesson lesson : lessons) {
            clubs.leftOff(scenes.now(lesson), person).ifPresent(here -> all.putIfAbsent(lesson.room(), here));
        }
        return all;
    }

    /** What the projector shows of a lesson that is at this round. */
    public Message projected(Lesson lesson, Round round) {
        return lesson.isClub() ? clubs.hub(lesson) : room(lesson, round);
    }

    /** The round as everybody in the channel sees it. */
    public Message room(Lesson lesson, Round round) {
        Words words = scenes.words(lesson);
        List<Block> head = new ArrayList<>();
        boolean here = round.step().equals(lesson.step()) && round.number() == lesson.round();
        head.add(new Block.Heading(title(lesson, round), Optional.of(place(lesson, round, here))));
        if (here && !lesson.running()) {
            String why = lesson.status() == Lesson.Status.PAUSED ? "engine.paused" : "console.over";
            head.add(new Block.Text(words.say(why)));
        }
        Message seen = new Message(head).then(scenes.drawing(lesson, round).room());
        return here && lesson.running()
                ? seen.then(drafts.room(lesson, scenes.step(lesson, round.step()), words))
                : seen;
    }

    private Block.Place place(Lesson lesson, Round round, boolean here) {
        LessonPlan plan = scenes.edition(lesson).plan();
        Words words = scenes.words(lesson);
        Step step = scenes.step(lesson, round.step());
        Optional<Block.Moment> end = here && lesson.running() && !lesson.isClub() && step.minutes() > 0
                ? Optional.of(new Block.Moment(words.say("engine.time-left"), lesson.wrapUp(step)))
                : Optional.empty();
        String where = words.say(
                "console.where", plan.indexOf(step.id()) + 1, plan.steps().size());
        return new Block.Place(plan.title(), where, end);
    }

    /** By which a class sees that the lesson is over, and what each can still do. */
    private Message over(Lesson lesson) {
        Words words = scenes.words(lesson);
        if (lesson.endedAt().isEmpty()) {
            return Message.text(words.say("club.reopened"));
        }
        boolean club = lesson.isClub();
        return Message.of(new Block.Heading(words.say(club ? "club.over.title" : "engine.over.title")))
                .then(club ? clubs.summary(lesson) : Message.of())
                .then(Message.of(
                        new Block.Text(words.say("engine.over.what")),
                        Block.Buttons.of(
                                Button.plain(Action.of(lesson.id(), Verb.ME, ""), words.say("close.me")),
                                Button.plain(Action.of(lesson.id(), Verb.FORGET, ""), words.say("close.forget")))));
    }

    /** Whether people may write under this post: what a club came to is talked about where it stands. */
    public boolean hasThread(Lesson lesson, Posts.Claim claim) {
        if (claim.key().slot().equals(Slot.SUMMARY)) {
            return lesson.endedAt().isPresent();
        }
        return scenes.edition(lesson)
                .plan()
                .step(claim.step())
                .filter(step -> Activities.of(step.activity()).traits().thread())
                .isPresent();
    }

    /** What the thread under a post is called. */
    public String title(Lesson lesson, Posts.Claim claim) {
        return claim.key().slot().equals(Slot.SUMMARY)
                ? scenes.words(lesson).say("club.share-out")
                : title(lesson, round(lesson, claim));
    }

    private String title(Lesson lesson, Round round) {
        return scenes.now(lesson).title(round);
    }

    /** Who works with whom. */
    public PairViews pairs(Lesson lesson) {
        return new PairViews(scenes.now(lesson));
    }

    /** The groups whose list this post is, by the title of the place they talk in; none if it is another post. */
    public Map<String, List<String>> places(Lesson lesson, Posts.Claim claim) {
        String slot = claim.key().slot();
        return slot.startsWith(Slot.PAIRS) ? pairs(lesson).places(Slot.pairing(slot)) : Map.of();
    }

    private Round round(Lesson lesson, Posts.Claim claim) {
        return scenes.now(lesson)
                .round(claim.step(), claim.round())
                .orElseThrow()
                .round();
    }
}

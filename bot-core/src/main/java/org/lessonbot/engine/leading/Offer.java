package org.lessonbot.engine.leading;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.club.Timetable;
import org.lessonbot.engine.Setting;
import org.lessonbot.engine.clock.When;
import org.lessonbot.lesson.Deadline;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.time.LocalMoment;

/** What is said of a club before it starts, and what stands on the button that starts it. */
record Offer(Setting setting, Words words) {
    /** Offers made before responses could be chosen do not name them, and stand in chats for as long as their posts do. */
    private static final Pattern WRITTEN = Pattern.compile("([^/]+)/(?:([a-z]+)/)?(\\d.*)");

    /** @param until as it is written on the button */
    record Asked(Edition edition, String until) {}

    /** A club of a whole lesson. */
    Message club(LessonPlan plan, ResponseChoice kind, LocalMoment until) {
        Action start = Action.of(0, Verb.START_CLUB, plan.id() + "/" + kind.word() + "/" + until);
        return message(plan, 0, until, Button.primary(start, words.say("club.start")));
    }

    /** @param from the part with which it begins */
    Message message(LessonPlan plan, int from, LocalMoment until, Button yes) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Moment.dated(words.say("club.read", plan.title()), until.instant()));
        blocks.add(new Block.Text(When.of(setting, words).said(until)));
        for (Deadline deadline : Timetable.divide(plan, from, setting.clock().instant(), until)) {
            String title = plan.stretches().get(deadline.stretch()).title();
            blocks.add(Block.Moment.dated(
                    words.say("club.stretch", "later", deadline.stretch() + 1, title),
                    deadline.at().instant()));
        }
        blocks.add(Block.Buttons.of(yes));
        return new Message(blocks);
    }

    /** What a button offered; nothing if that is here no longer, or was written by another bot than this. */
    Optional<Asked> read(String argument) {
        Matcher written = WRITTEN.matcher(argument);
        return written.matches()
                ? Optional.ofNullable(setting.library().get().get(written.group(1)))
                        .flatMap(ResponseChoice.of(written.group(2))::of)
                        .map(edition -> new Asked(edition, written.group(3)))
                : Optional.empty();
    }

    /** The end as it stands on the button of an offer, which may have been made a while ago, or by nobody. */
    When.Read<LocalMoment> until(String written) {
        LocalMoment until;
        try {
            until = LocalMoment.parse(written);
        } catch (DateTimeException forged) {
            return When.Read.refused(words.say("refused.unknown"));
        }
        return until.instant().isAfter(setting.clock().instant())
                ? When.Read.of(until)
                : When.Read.refused(
                        words.say("club.past", When.of(setting, words).said(until)));
    }

    /** What is said of an offer that holds no more. */
    Message old() {
        return Message.of(
                new Block.Text(words.say("club.offer-old")),
                Block.Buttons.of(Button.primary(Action.of(0, Verb.START, ""), words.say("club.start"))));
    }
}

package org.lessonbot.club;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.lesson.Deadline;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Roster;

/**
 * What whoever leads a club sees of it: who is where, by name, and the buttons that change its times.
 *
 * @param reasons whether there are rounds in which people give reasons
 */
public record ClubConsole(
        Lesson lesson,
        Path path,
        Roster roster,
        List<Deadline> deadlines,
        boolean endsEarly,
        boolean reasons,
        Words words) {
    private static final int NAMES = 800;

    public ClubConsole {
        deadlines = List.copyOf(deadlines);
    }

    /** The part above the lists of the activities; the lesson is not over. */
    public Message message() {
        int now = path.plan().stretchOf(lesson.step());
        int all = path.plan().stretches().size();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(words.say("console.title", path.plan().title())));
        blocks.add(new Block.Labelled(
                words.say("club.part", now + 1, all),
                path.plan().stretches().get(now).title()));
        if (lesson.running()) {
            deadlines.stream()
                    .filter(deadline -> deadline.stretch() == now)
                    .forEach(deadline -> blocks.add(Block.Moment.dated(
                            words.say("club.until"), deadline.at().instant())));
        } else {
            blocks.add(new Block.Text(words.say("console.paused")));
        }
        names("club.have-finished", path.finished(roster, now), blocks);
        names("club.under-way", path.underWay(roster, now), blocks);
        names("club.not-begun", path.notBegun(roster, now), blocks);
        boolean last = now + 1 == all;
        String next = last
                ? words.say("club.close-now")
                : Limits.fit(
                        words.say(
                                "club.next-now",
                                path.plan().stretches().get(now + 1).title()),
                        Limits.BUTTON_LABEL);
        blocks.add(Block.Buttons.of(
                Button.primary(action(last ? Verb.END : Verb.NEXT), next),
                Button.plain(
                        action(lesson.running() ? Verb.PAUSE : Verb.RESUME),
                        words.say(lesson.running() ? "console.pause" : "console.resume")),
                Button.plain(action(Verb.EXTEND), words.say("club.extend")),
                Button.plain(action(Verb.MOVE_END), words.say("club.move-end")),
                Button.plain(Action.of(lesson.id(), Verb.MORE_TIME, ""), words.say("more-time.open"))));
        List<Button> more = new ArrayList<>(List.of(
                Button.plain(action(Verb.NUDGE), words.say("club.nudge")),
                Button.plain(
                        action(endsEarly ? Verb.NOT_EARLY : Verb.EARLY),
                        words.say(endsEarly ? "club.not-early" : "club.early"))));
        if (reasons) {
            more.add(Button.plain(Action.of(lesson.id(), Verb.REASONS, ""), words.say("reasons.open")));
        }
        if (!last) {
            more.add(Button.danger(action(Verb.END), words.say("club.end")));
        }
        blocks.add(new Block.Buttons(more));
        return new Message(blocks);
    }

    private void names(String key, List<Participant> people, List<Block> blocks) {
        if (!people.isEmpty()) {
            String names = people.stream().map(Participant::name).collect(Collectors.joining(", "));
            blocks.add(new Block.Labelled(words.say(key, people.size()), Limits.fit(names, NAMES)));
        }
    }

    /** A button of this very moment: pressed twice, or after the lesson has moved, it does nothing. */
    private Action action(Verb verb) {
        return Action.of(lesson.id(), verb, Long.toString(lesson.version()));
    }
}

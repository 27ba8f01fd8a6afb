package org.lessonbot.club;

import java.util.ArrayList;
import java.util.List;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.lesson.Deadline;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Roster;

/**
 * The one post by which a club sees where it stands and goes on. It names nobody.
 *
 * @param soon whether this stretch ends soon
 * @param forSome whether the club is over, and somebody has more time
 */
public record Hub(
        Lesson lesson, Path path, Roster roster, List<Deadline> deadlines, boolean soon, boolean forSome, Words words) {
    public Hub {
        deadlines = List.copyOf(deadlines);
    }

    public Message message() {
        int now = path.plan().stretchOf(lesson.step());
        boolean over = lesson.endedAt().isPresent();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(words.say("club.title", path.plan().title())));
        if (over) {
            blocks.add(new Block.Text(words.say("club.over")));
            if (forSome) {
                blocks.add(new Block.Text(words.say("more-time.hub")));
                blocks.add(Block.Buttons.of(onward()));
            }
            return new Message(blocks);
        }
        blocks.add(new Block.Text(words.say("club.how")));
        if (!lesson.running()) {
            blocks.add(new Block.Text(words.say("club.paused")));
        }
        for (Deadline deadline : deadlines) {
            blocks.add(stretch(deadline, now));
        }
        int all = roster.students().size();
        int finished = path.finished(roster, now).size();
        blocks.add(new Block.Progress(where(finished, all), finished, all));
        if (soon && lesson.running() && finished < all) {
            blocks.add(new Block.Text(words.say("club.soon", all - finished)));
        }
        blocks.add(Block.Buttons.of(onward(), Button.plain(Action.of(lesson.id(), Verb.ME, ""), words.say("club.me"))));
        blocks.add(new Block.Footnote(words.say("club.kept")));
        return new Message(blocks);
    }

    private String where(int finished, int all) {
        if (finished == all) {
            return all == 0 ? words.say("club.finished", 0, 0) : words.say("club.finished-all", all);
        }
        int now = path.plan().stretchOf(lesson.step());
        String where = words.say(
                "club.where",
                path.underWay(roster, now).size(),
                path.notBegun(roster, now).size());
        return words.say("club.finished", finished, all) + " " + where;
    }

    private Button onward() {
        return Button.primary(Action.of(lesson.id(), Verb.CONTINUE, ""), words.say("club.continue"));
    }

    private Block stretch(Deadline deadline, int now) {
        String title = path.plan().stretches().get(deadline.stretch()).title();
        String key = deadline.stretch() < now ? "past" : deadline.stretch() == now ? "now" : "later";
        return key.equals("past")
                ? new Block.Text(words.say("club.stretch", key, deadline.stretch() + 1, title))
                : Block.Moment.dated(
                        words.say("club.stretch", key, deadline.stretch() + 1, title),
                        deadline.at().instant());
    }
}

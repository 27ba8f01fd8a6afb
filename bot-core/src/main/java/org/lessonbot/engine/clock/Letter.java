package org.lessonbot.engine.clock;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.club.Reminders;
import org.lessonbot.engine.standing.Standing;

/**
 * What members of a club read who are reminded of a part.
 *
 * @param stretch its number, from 0
 * @param end until when it goes
 */
record Letter(Standing club, int stretch, Instant end) {
    /**
     * What one person is told alone.
     *
     * @param begun whether they have begun the part
     * @param link to the club, where they read it in a place whose buttons would not be of the club's room
     */
    Message to(boolean begun, Optional<URI> link) {
        Words words = club.words();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(
                words.say("remind.title", club.edition().plan().title())));
        blocks.add(new Block.Text(words.say("remind.open", begun ? "begun" : "new", part())));
        blocks.add(until());
        blocks.add(link.<Block>map(target -> new Block.Link(words.say("remind.go"), target))
                .orElseGet(() -> Block.Buttons.of(onward())));
        blocks.add(new Block.Footnote(words.say("remind.how", Reminders.MOST)));
        return new Message(blocks);
    }

    /** What stands in the room beside the names of those who asked for it. */
    Message named() {
        return Message.of(
                new Block.Text(club.words().say("remind.named", part())), until(), Block.Buttons.of(onward()));
    }

    private String part() {
        return club.words()
                .say(
                        "remind.part",
                        stretch + 1,
                        club.edition().plan().stretches().get(stretch).title());
    }

    private Block until() {
        return Block.Moment.dated(club.words().say("club.until"), end);
    }

    private Button onward() {
        return Button.primary(
                Action.of(club.lesson().id(), Verb.CONTINUE, ""), club.words().say("club.continue"));
    }
}

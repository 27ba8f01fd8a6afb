package org.lessonbot.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.slack.api.methods.response.conversations.ConversationsOpenResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.slack.RateLimits.Calls;

/** Places to talk in beside the channel: the thread under a post, and conversations of pairs. They are courtesies. */
final class Places {
    private static final Duration REMEMBERED = Duration.ofHours(12);
    private static final int MOST = 5_000;
    /** conversations.open takes eight people beside the bot. */
    private static final int LARGEST_GROUP = 8;

    private final WebApi api;
    private final Messenger messenger;
    private final Errands errands;
    private final Budget budget;
    private final Words words;
    private final Cache<String, List<String>> gathered;

    Places(WebApi api, Messenger messenger, Errands errands, Budget budget, Words words, Clock clock) {
        this.api = api;
        this.messenger = messenger;
        this.errands = errands;
        this.budget = budget;
        this.words = words;
        this.gathered = Remembered.upTo(MOST, REMEMBERED, clock);
    }

    /** Slack has a thread under every post; the first line of it shows people where to write. */
    void openThread(Room room, String address) {
        Message opening = Message.text(words.say("slack.thread"));
        errands.send(SlackIds.team(room), Errands.Kind.POST, room.id() + "/" + address, () -> {
            budget.take(Calls.POSTS, room.id(), address);
            messenger.write(room, SlackIds.channel(room), address, opening);
        });
    }

    /** Opens a conversation of these people, unless it was opened for them already or they are too many. */
    void gather(Room room, String title, List<String> people) {
        String place = room.id() + " " + title;
        if (people.size() <= LARGEST_GROUP && !people.equals(gathered.getIfPresent(place))) {
            gathered.put(place, people);
            errands.send(SlackIds.team(room), Errands.Kind.GATHERING, place, () -> open(room, title, people));
        }
    }

    private void open(Room room, String title, List<String> people) throws PlatformException {
        ConversationsOpenResponse opened = api.ask(
                room,
                client -> client.conversationsOpen(open -> open.users(people)),
                answer -> answer.getChannel() == null ? null : answer);
        if (!opened.isAlreadyOpen()) {
            // On its own: if Slack limits the rate now, what is tried again would find the conversation open.
            String place = opened.getChannel().getId();
            Message greeting = Message.of(new Block.Heading(title), new Block.Text(words.say("slack.gathered")));
            errands.send(
                    SlackIds.team(room), Errands.Kind.POST, place, () -> messenger.write(room, place, "", greeting));
        }
    }
}

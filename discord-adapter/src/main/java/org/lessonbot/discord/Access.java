package org.lessonbot.discord;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Words;

/** Whether a lesson can be held where somebody acted; where not, what they are told. */
final class Access {
    private final Words words;

    Access(Words words) {
        this.words = words;
    }

    /** What somebody outside all servers is told. */
    Message elsewhere() {
        return Message.text(words.say("discord.elsewhere"));
    }

    /**
     * Why nothing can come of an act there; nothing if something can.
     *
     * @param starts whether it is to start a lesson: one that nobody would see is not begun
     */
    Optional<Message> closed(JDA shard, Origin origin, boolean starts) {
        Guild guild = shard.getGuildById(origin.guild());
        if (guild == null) {
            String link = Invitation.of(shard.getSelfUser().getApplicationId());
            return Optional.of(Message.of(
                    new Block.Text(words.say("discord.not-invited")),
                    new Block.Link(words.say("discord.invite"), URI.create(link))));
        }
        return starts ? letIn(origin) : Optional.empty();
    }

    /** What the bot lacks there to show anything, and how it can be given; nothing if it lacks nothing. */
    Optional<Message> letIn(Origin origin) {
        List<Permission> lacking = origin.lacks();
        return lacking.isEmpty()
                ? Optional.empty()
                : Optional.of(Message.text(words.say(Needs.complaint(lacking), Needs.names(lacking))));
    }
}

package org.lessonbot.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Words;
import org.lessonbot.plan.Edition;

/** What an adapter asks of the engine. Any thread may ask. */
public interface Engine {
    /**
     * Takes an interaction. Returns at once; the reply comes when what was done is committed, and no thread waits for it. Never
     * fails: what could not be done is said in the reply.
     */
    CompletableFuture<Reply> handle(Interaction interaction);

    /** What is said where an act did not come through: that it did not count, and what was written for it. */
    static Reply notCounted(Interaction.Act act, Words words) {
        return Reply.refused(words.say("engine.not-counted"), act, words);
    }

    /**
     * What the log calls an interaction, whose own id may tell who did it: 16 hex digits, those with which the row of the move that it
     * made begins.
     */
    static String trace(Interaction interaction) {
        return Edition.hash(interaction.id()).substring(0, 16);
    }

    /** The rooms of a platform in which this person leads a lesson now, for places that are in no room. */
    List<Room> roomsLedBy(String platform, String person);

    /**
     * The clubs of a platform that this person takes part in now: where they left off in each, and the button that leads on. For
     * places that are in no room. May block for as long as the database takes.
     */
    Map<Room, Message> clubs(String platform, String person);

    /**
     * The console of a room's lesson as it is now; nothing where this person leads none. For a platform on which every act has to
     * bring the console along. May block for as long as the database takes.
     */
    Optional<Message> console(Room room, Person person);
}

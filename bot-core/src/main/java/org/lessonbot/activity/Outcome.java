package org.lessonbot.activity;

import java.util.List;
import java.util.Optional;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;

/**
 * What follows from an act: entries to keep, a move to make, and what to say once both are committed.
 *
 * @param move ignored unless the actor teaches
 * @param counts whether the act counted, also where it leaves nothing to write; otherwise what was written is given back
 */
public record Outcome(List<Keep> entries, Optional<Move> move, Reply reply, boolean counts) {
    /** Nothing follows: the act is none of this activity's. */
    public static final Outcome SILENT = reply(Reply.SILENT);

    public Outcome {
        entries = List.copyOf(entries);
    }

    public static Outcome reply(Reply reply) {
        return new Outcome(List.of(), Optional.empty(), reply, false);
    }

    public static Outcome whisper(String text) {
        return reply(Reply.whisper(text));
    }

    public static Outcome keep(Keep entry, String receipt) {
        return keep(List.of(entry), Reply.whisper(Message.text(receipt)));
    }

    public static Outcome keep(List<Keep> entries, Reply reply) {
        return new Outcome(entries, Optional.empty(), reply, true);
    }

    public static Outcome move(Move move, Reply reply) {
        return new Outcome(List.of(), Optional.of(move), reply, true);
    }
}

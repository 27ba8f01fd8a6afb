package org.lessonbot.chat;

import java.util.ArrayList;
import java.util.List;

/**
 * What one post, whisper or console shows, from top to bottom. All texts are plain: an adapter escapes every character
 * that its platform would read as markup.
 */
public record Message(List<Block> blocks) {
    public Message {
        blocks = List.copyOf(blocks);
    }

    public static Message of(Block... blocks) {
        return new Message(List.of(blocks));
    }

    /** A message of one plain paragraph. */
    public static Message text(String text) {
        return of(new Block.Text(text));
    }

    /** What can be done in it now, from top to bottom. */
    public List<Action> offers() {
        return blocks.stream().flatMap(block -> block.offers().stream()).toList();
    }

    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** This message with the other's blocks below it. */
    public Message then(Message other) {
        List<Block> all = new ArrayList<>(blocks);
        all.addAll(other.blocks);
        return new Message(all);
    }

    public Message then(Block... more) {
        return then(of(more));
    }
}

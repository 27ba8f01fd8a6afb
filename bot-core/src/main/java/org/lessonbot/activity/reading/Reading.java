package org.lessonbot.activity.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.lessonbot.activity.Activity;
import org.lessonbot.activity.Dealing;
import org.lessonbot.activity.NoDeal;
import org.lessonbot.activity.Scene;
import org.lessonbot.activity.Traits;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Message;

/** Shows passages to read. There is nothing to do but read and ask. */
public final class Reading implements Activity<ReadingContent, NoDeal> {
    @Override
    public Traits<ReadingContent, NoDeal> traits() {
        return Traits.of("reading", ReadingContent.class, NoDeal.class);
    }

    @Override
    public Optional<NoDeal> deal(Dealing<ReadingContent, NoDeal> dealing, String request, RandomGenerator random) {
        return dealing.once();
    }

    /** The same in every class. */
    @Override
    public Message report(Scene<ReadingContent, NoDeal> scene) {
        return Message.of();
    }

    @Override
    public Message room(Scene<ReadingContent, NoDeal> scene) {
        ReadingContent content = scene.content();
        List<Block> blocks = new ArrayList<>(List.of(new Block.Text(content.text())));
        content.passages().forEach(passage -> blocks.add(new Block.Labelled(passage.term(), passage.text())));
        blocks.add(new Block.Text(content.after()));
        return new Message(blocks);
    }
}

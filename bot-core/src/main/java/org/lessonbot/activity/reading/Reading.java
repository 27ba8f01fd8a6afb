package org.lessonbot.activity.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.lessonbot.activity.Activity;
import org.lessonbot.activity.Dealing;
import org.lessonbot.activity.NoDeal;
import org.lessonbot.activity.Scene;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Viewer;

/** Shows passages to read. There is nothing to do but read and ask. */
public final class Reading implements Activity<ReadingContent, NoDeal> {
    @Override
    public String kind() {
        return "reading";
    }

    @Override
    public Class<ReadingContent> contentType() {
        return ReadingContent.class;
    }

    @Override
    public Class<NoDeal> dealType() {
        return NoDeal.class;
    }

    @Override
    public Optional<NoDeal> deal(Dealing<ReadingContent, NoDeal> dealing, String request, RandomGenerator random) {
        return dealing.once();
    }

    @Override
    public Message render(Scene<ReadingContent, NoDeal> scene, Viewer viewer) {
        boolean reads = viewer instanceof Viewer.InRoom || (viewer instanceof Viewer.One && scene.alone());
        return reads ? passages(scene.content()) : Message.of();
    }

    private static Message passages(ReadingContent content) {
        List<Block> blocks = new ArrayList<>(List.of(new Block.Text(content.text())));
        content.passages().forEach(passage -> blocks.add(new Block.Labelled(passage.term(), passage.text())));
        blocks.add(new Block.Text(content.after()));
        return new Message(blocks);
    }
}

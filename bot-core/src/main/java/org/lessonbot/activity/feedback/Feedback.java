package org.lessonbot.activity.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.lessonbot.activity.Activity;
import org.lessonbot.activity.Actor;
import org.lessonbot.activity.Dealing;
import org.lessonbot.activity.Edit;
import org.lessonbot.activity.NoDeal;
import org.lessonbot.activity.Outcome;
import org.lessonbot.activity.Parts;
import org.lessonbot.activity.Scene;
import org.lessonbot.activity.Traits;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Option;
import org.lessonbot.chat.Reply;
import org.lessonbot.lesson.Entry;

/** Asks for a rating from 1 to 5 and a few words. Nobody in the room sees more than how many have answered. */
public final class Feedback implements Activity<FeedbackContent, NoDeal> {
    /** The field of the rating: {@code 1} to {@code 5}. */
    public static final String RATING = "rating";
    /** The field of the free text. */
    public static final String COMMENT = "comment";

    private static final String GIVE = "give";
    private static final int COMMENT_LIMIT = 1000;

    @Override
    public Traits<FeedbackContent, NoDeal> traits() {
        return Traits.of("feedback", FeedbackContent.class, NoDeal.class);
    }

    @Override
    public Optional<NoDeal> deal(Dealing<FeedbackContent, NoDeal> dealing, String request, RandomGenerator random) {
        return dealing.once();
    }

    @Override
    public Message room(Scene<FeedbackContent, NoDeal> scene) {
        return Message.of(
                new Block.Text(scene.content().ask()),
                new Block.Text(scene.content().why()),
                Block.Buttons.of(
                        Button.primary(scene.action(GIVE, ""), scene.say("feedback.give"))
                                .enabled(scene.open()),
                        scene.mine(scene.say("feedback.mine-show"))),
                Parts.answered(scene, RATING));
    }

    @Override
    public Message own(Scene<FeedbackContent, NoDeal> scene, String person) {
        return scene.here()
                .value(person, RATING)
                .map(rating -> Message.of(
                        new Block.Text(scene.say("feedback.mine", Integer.parseInt(rating))),
                        new Block.Text(scene.here().value(person, COMMENT).orElse(scene.say("feedback.no-comment")))))
                .orElse(Message.of());
    }

    /** What people were told that their teacher reads after class. */
    @Override
    public Message report(Scene<FeedbackContent, NoDeal> scene) {
        List<Block> blocks = new ArrayList<>(List.of(Parts.answered(scene, RATING)));
        int ratings = scene.here().field(RATING).size();
        if (scene.lesson().endedAt().isEmpty() || ratings == 0) {
            return new Message(blocks);
        }
        blocks.addAll(Parts.figures(
                scene,
                scene.say("feedback.title"),
                ratings,
                () -> List.of(new Block.Bars(
                        scene.content().ask(),
                        IntStream.rangeClosed(1, 5)
                                .mapToObj(n -> new Block.Bar(
                                        scene.say("feedback.rating", n),
                                        scene.here().count(RATING, String.valueOf(n)),
                                        ""))
                                .toList()))));
        scene.here().field(COMMENT).all().stream()
                .map(Entry::value)
                .sorted()
                .forEach(comment -> blocks.add(new Block.Quote("", comment, "")));
        return new Message(blocks);
    }

    @Override
    public String recall(Scene<FeedbackContent, NoDeal> scene, Entry entry) {
        return entry.field().equals(RATING)
                ? scene.say("feedback.mine", Integer.parseInt(entry.value()))
                : scene.say("feedback.recall", entry.value());
    }

    @Override
    public Outcome press(Scene<FeedbackContent, NoDeal> scene, Actor actor, Interaction.Press press) {
        if (!press.action().verb().equals(GIVE)) {
            return Outcome.SILENT;
        }
        return scene.open() ? Outcome.reply(new Reply.OpenForm(form(scene, actor))) : late(scene);
    }

    @Override
    public Outcome submit(Scene<FeedbackContent, NoDeal> scene, Actor actor, Interaction.Submit submit) {
        if (!submit.action().verb().equals(GIVE)) {
            return Outcome.SILENT;
        }
        return scene.open() ? given(scene, actor, submit) : late(scene);
    }

    private static Outcome late(Scene<?, ?> scene) {
        return Outcome.whisper(scene.say("late"));
    }

    private static Form form(Scene<FeedbackContent, NoDeal> scene, Actor actor) {
        List<Option> ratings = IntStream.rangeClosed(1, 5)
                .mapToObj(n -> new Option(String.valueOf(n), scene.say("feedback.rating", n)))
                .toList();
        String rating = scene.here().value(actor.id(), RATING).orElse("");
        String comment = scene.here().value(actor.id(), COMMENT).orElse("");
        return new Form(
                        scene.action(GIVE, Edit.mark(scene, rating, comment)),
                        scene.say("feedback.title"),
                        List.of(
                                Form.Field.choice(RATING, scene.say("feedback.rate"), "", rating, true, ratings),
                                Form.Field.text(COMMENT, scene.content().comment(), "", comment, false, COMMENT_LIMIT)),
                        scene.say("send"))
                .withAbout(scene.content().ask());
    }

    private static Outcome given(Scene<FeedbackContent, NoDeal> scene, Actor actor, Interaction.Submit submit) {
        if (!submit.value(RATING).matches("[1-5]")) {
            return Outcome.reply(new Reply.FixForm(Map.of(RATING, scene.say("feedback.which"))));
        }
        String comment = submit.value(COMMENT);
        if (comment.length() > COMMENT_LIMIT) {
            return Outcome.reply(new Reply.FixForm(Map.of(COMMENT, scene.say("too-long", COMMENT_LIMIT))));
        }
        List<Edit.Field> fields = List.of(
                new Edit.Field(RATING, scene.say("feedback.rate"), submit.value(RATING)),
                new Edit.Field(COMMENT, scene.content().comment(), comment));
        return Edit.of(scene, actor, actor.id(), submit.action().argument(), fields)
                .outcome(scene, scene.say("feedback.thanks"), scene.button(GIVE, "", scene.say("edit.again")));
    }
}

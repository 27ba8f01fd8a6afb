package org.lessonbot.activity.shift;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.lessonbot.activity.Actor;
import org.lessonbot.activity.Dealing;
import org.lessonbot.activity.Keep;
import org.lessonbot.activity.Outcome;
import org.lessonbot.activity.Reach;
import org.lessonbot.activity.Revealing;
import org.lessonbot.activity.Scene;
import org.lessonbot.activity.Traits;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.lesson.Entry;
import org.lessonbot.plan.Item;

/**
 * A rater's shift: for some minutes everybody rates pairs of short responses alone, one after the other. Two pairs come twice, with
 * their sides swapped. The reveal shows the class its own pace, how far people agreed with themselves, and what a model learned from all
 * of it.
 */
public final class Shift implements Revealing<ShiftContent, ShiftDeal> {
    /** The verb that shows the next pair. */
    static final String NEXT = "next-pair";

    /** The verb of a choice. */
    static final String RATE = "rate";

    /** At one's own pace a shift is over when one says so: the field is then kept. */
    static final String ENOUGH = "enough";

    @Override
    public Traits<ShiftContent, ShiftDeal> traits() {
        return Traits.of("shift", ShiftContent.class, ShiftDeal.class).judgedBy(Reach.ROUND);
    }

    @Override
    public boolean endsByTheClock() {
        return true;
    }

    @Override
    public Optional<ShiftDeal> deal(Dealing<ShiftContent, ShiftDeal> dealing, String request, RandomGenerator random) {
        List<String> pairs = dealing.bank().of(dealing.content().bank()).stream()
                .filter(item -> item.responses().size() == 2)
                .map(Item::id)
                .toList();
        return pairs.isEmpty() ? Optional.empty() : Optional.of(new ShiftDeal(pairs));
    }

    @Override
    public String commits() {
        return ENOUGH;
    }

    @Override
    public Message question(Scene<ShiftContent, ShiftDeal> scene) {
        return new ShiftView(scene).question();
    }

    @Override
    public Message answer(Scene<ShiftContent, ShiftDeal> scene) {
        return new ShiftView(scene).answer();
    }

    @Override
    public Message console(Scene<ShiftContent, ShiftDeal> scene) {
        return new Groups(scene).console();
    }

    @Override
    public Message soFar(Scene<ShiftContent, ShiftDeal> scene, String person) {
        return new ShiftView(scene).turn(person);
    }

    @Override
    public Message result(Scene<ShiftContent, ShiftDeal> scene, String person) {
        return new ShiftView(scene).result(person);
    }

    @Override
    public String recall(Scene<ShiftContent, ShiftDeal> scene, Entry entry) {
        return new ShiftView(scene).recall(entry);
    }

    @Override
    public Outcome press(Scene<ShiftContent, ShiftDeal> scene, Actor actor, Interaction.Press press) {
        return switch (press.action().verb()) {
            case NEXT ->
                Outcome.reply(Reply.whisper(
                        scene.counts(actor.id(), ENOUGH)
                                ? new ShiftView(scene).turn(actor.id())
                                : Message.text(scene.tooLate())));
            case RATE -> rate(scene, actor, press.action().argument());
            case ENOUGH -> enough(scene, actor);
            case Groups.NAME -> new Groups(scene).open(actor);
            case Groups.GROUP -> new Groups(scene).say(actor, press.action().argument());
            default -> Outcome.SILENT;
        };
    }

    @Override
    public Outcome submit(Scene<ShiftContent, ShiftDeal> scene, Actor actor, Interaction.Submit submit) {
        return submit.action().verb().equals(Groups.NAME) ? new Groups(scene).name(actor, submit) : Outcome.SILENT;
    }

    /** @param argument the field and the side, such as {@code rated-pack-for-pool/a} */
    private static Outcome rate(Scene<ShiftContent, ShiftDeal> scene, Actor actor, String argument) {
        String[] parts = argument.split("/", 2);
        Rater rater = new Rater(scene, actor.id());
        Optional<Rater.Turn> turn = rater.turn(parts[0]);
        Optional<String> choice = turn.flatMap(there -> there.choice(parts.length < 2 ? "" : parts[1]));
        if (choice.isEmpty()) {
            return Outcome.whisper(scene.say("refused.unknown"));
        }
        if (!scene.counts(actor.id(), ENOUGH)) {
            return Outcome.whisper(scene.tooLate());
        }
        boolean there = scene.here().value(actor.id(), parts[0]).isPresent();
        boolean early = parts[0].startsWith(Rater.AGAIN)
                && scene.here()
                        .value(actor.id(), Rater.FIRST + turn.get().pair().id())
                        .isEmpty();
        if (there || early) {
            return Outcome.reply(Reply.whisper(new ShiftView(scene).turn(actor.id())));
        }
        Keep keep = Keep.added(actor.id(), parts[0], choice.get());
        // At one's own pace the round itself, which follows upon every answer, has the next pair.
        Message next = scene.alone()
                ? Message.text(scene.say("shift.counted"))
                : new ShiftView(scene.with(keep, actor)).turn(actor.id());
        return Outcome.keep(List.of(keep), Reply.whisper(next));
    }

    private static Outcome enough(Scene<ShiftContent, ShiftDeal> scene, Actor actor) {
        if (!scene.alone() || !scene.counts(actor.id(), ENOUGH)) {
            return Outcome.whisper(scene.tooLate());
        }
        return Outcome.keep(Keep.open(actor.id(), ENOUGH, "yes"), scene.say("shift.enough-receipt"));
    }
}

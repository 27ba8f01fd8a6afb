package org.lessonbot.activity;

import java.util.List;
import java.util.Optional;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Lists;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Option;
import org.lessonbot.chat.Reply;

/**
 * A teacher's choice of the prompt that comes next: one of the bank's, picked from lists, or one of their own
 * ({@link OwnItem}). The buttons stand on the console; {@code /lesson again item:} and {@code /lesson prompt} do the same.
 *
 * @param bank the bank to choose from
 */
public record NextItem(String bank) {
    private static final String VERB = "choose";

    /** What stands on the console. */
    public Message buttons(Scene<?, ?> scene) {
        return Message.of(Block.Buttons.of(
                scene.button(VERB, "", scene.say("item.choose")),
                scene.button(OwnItem.VERB, "", scene.say("own.use"))));
    }

    /** What follows if this act is about a choice; nothing if it is about something else. */
    public Optional<Outcome> handle(Scene<?, ?> scene, Actor actor, Interaction.Act act) {
        boolean asks =
                act instanceof Interaction.Press press && press.action().verb().equals(VERB);
        boolean picks =
                act instanceof Interaction.Pick pick && pick.action().verb().equals(VERB);
        if (!asks && !picks) {
            return Optional.empty();
        }
        Optional<Outcome> refusal = OwnItem.refusal(scene, actor);
        if (refusal.isPresent()) {
            return refusal;
        }
        return Optional.of(
                act instanceof Interaction.Pick pick
                        ? take(scene, pick)
                        : Outcome.reply(Reply.whisper(
                                lists(scene, ((Interaction.Press) act).action().argument()))));
    }

    private Message lists(Scene<?, ?> scene, String argument) {
        int from = argument.matches("\\d{1,5}") ? Integer.parseInt(argument) : 0;
        List<Option> prompts = scene.bank().of(bank).stream()
                .map(item -> new Option(item.id(), Limits.fit(item.prompt(), Limits.BUTTON_LABEL)))
                .toList();
        return Message.text(scene.say("item.choose-how"))
                .then(new Message(new Lists(scene.say("item.prompts"), prompts, 1, 1)
                        .page(
                                scene.words(),
                                from,
                                first -> scene.action(VERB, Integer.toString(first)),
                                first -> scene.action(VERB, Integer.toString(first)))));
    }

    private Outcome take(Scene<?, ?> scene, Interaction.Pick pick) {
        return scene.bank().of(bank).stream()
                .filter(item -> pick.values().contains(item.id()))
                .findFirst()
                .map(item ->
                        Outcome.move(new Move.Again(item.id()), Reply.whisper(scene.say("item.chosen", item.prompt()))))
                .orElseGet(() -> Outcome.whisper(scene.say("refused.unknown")));
    }
}

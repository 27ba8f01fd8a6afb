package org.lessonbot.activity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;
import org.lessonbot.draft.Brought;
import org.lessonbot.plan.Item;
import org.lessonbot.plan.Provenance;
import org.lessonbot.plan.Response;

/**
 * A prompt with its responses that a teacher types for this class: {@code /lesson prompt}, or a button of the console,
 * opens a form, and sending it opens a round. It is labelled as the teacher's wherever it is shown.
 *
 * @param bank the bank it stands beside
 * @param responses the responses asked for, names by key
 * @param named whether the teacher also names what each response stands for
 */
public record OwnItem(String bank, Map<String, String> responses, boolean named) {
    /** The kind of request under which such an item stands. */
    public static final String REQUEST = "own";

    static final String VERB = Verb.PROMPT.word();

    private static final String PROMPT = "prompt";
    private static final String NAME = "name-";
    /** The most characters of a prompt. */
    public static final int PROMPT_LENGTH = 200;

    private static final int NAME_LENGTH = 40;

    public OwnItem {
        responses = new LinkedHashMap<>(responses);
    }

    /** What follows if this act is about a prompt of the teacher's own; nothing if it is about something else. */
    public Optional<Outcome> handle(Scene<?, ?> scene, Actor actor, Interaction.Act act) {
        boolean asks =
                act instanceof Interaction.Command command && command.name().equals(VERB)
                        || act instanceof Interaction.Press press
                                && press.action().verb().equals(VERB);
        boolean sends = act instanceof Interaction.Submit submit
                && submit.action().verb().equals(VERB);
        if (!asks && !sends) {
            return Optional.empty();
        }
        Optional<Outcome> refusal = refusal(scene, actor);
        if (refusal.isPresent()) {
            return refusal;
        }
        return Optional.of(
                asks ? Outcome.reply(new Reply.OpenForm(form(scene))) : take(scene, (Interaction.Submit) act));
    }

    /** Why this person may not open another round of this step; nothing if they may. */
    static Optional<Outcome> refusal(Scene<?, ?> scene, Actor actor) {
        if (!actor.teacher()) {
            return Optional.of(Outcome.whisper(scene.say("refused.teacher")));
        }
        return scene.current() ? Optional.empty() : Optional.of(Outcome.whisper(scene.say("engine.moved-on")));
    }

    private Form form(Scene<?, ?> scene) {
        List<Form.Field> fields = new ArrayList<>();
        fields.add(Form.Field.line(PROMPT, scene.say("item.prompt"), "", "", true, PROMPT_LENGTH));
        responses.forEach((key, name) -> {
            if (named) {
                fields.add(Form.Field.line(NAME + key, scene.say("own.value", name), "", "", true, NAME_LENGTH));
            }
            fields.add(Form.Field.text(
                    key, Limits.fit(name, Limits.FIELD_LABEL), scene.say("own.hint"), "", true, Response.LONGEST));
        });
        return new Form(scene.action(VERB, ""), scene.say("own.title"), fields, scene.say("own.open"));
    }

    private Outcome take(Scene<?, ?> scene, Interaction.Submit submit) {
        Map<String, String> faults = new LinkedHashMap<>();
        String prompt = text(scene, submit, PROMPT, PROMPT_LENGTH, faults);
        Provenance mine = Provenance.of(Provenance.Origin.TEACHER);
        Map<String, Response> texts = new LinkedHashMap<>();
        Map<String, Item.Value> values = new LinkedHashMap<>();
        for (String key : responses.keySet()) {
            texts.put(key, new Response(text(scene, submit, key, Response.LONGEST, faults), mine));
            if (named) {
                values.put(key, new Item.Value(text(scene, submit, NAME + key, NAME_LENGTH, faults), ""));
            }
        }
        if (!faults.isEmpty()) {
            return Outcome.reply(new Reply.FixForm(faults));
        }
        // Two teachers may write at one time: their prompts are two.
        String id = "own-" + scene.step().id() + "-" + Code.of(scene.lesson(), prompt + texts);
        Item item = new Item(id, bank, REQUEST, REQUEST, prompt, texts, values, "");
        return Outcome.move(new Move.Again("", Optional.of(Brought.byTeacher(item))), Reply.SILENT);
    }

    private static String text(
            Scene<?, ?> scene, Interaction.Submit submit, String field, int most, Map<String, String> faults) {
        String text = submit.value(field);
        if (text.isEmpty()) {
            faults.put(field, scene.say("own.missing"));
        } else if (text.length() > most) {
            faults.put(field, scene.say("too-long", most));
        }
        return text;
    }
}

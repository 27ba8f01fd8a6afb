package org.lessonbot.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Option;
import org.lessonbot.chat.Reply;

/**
 * An answer and the reason for it in one form: at one's own pace an answer is sealed as soon as it counts, so its reason has to
 * come with it.
 *
 * @param commits the field of the answer
 * @param options what one may answer, in the order shown; their values can be read in the form
 */
public record Why(String commits, List<Option> options) {
    public Why {
        options = List.copyOf(options);
    }

    /** The button that opens the form. */
    public Button button(Scene<?, ?> scene) {
        return Button.primary(scene.action(Reasoned.REASON, ""), scene.say("reason.choose"))
                .enabled(scene.open());
    }

    /** @param about what is answered */
    public Outcome ask(Scene<?, ?> scene, Actor actor, String about) {
        if (!scene.counts(actor.id(), commits)) {
            return Outcome.whisper(scene.tooLate());
        }
        List<Form.Field> fields = List.of(
                Form.Field.choice(commits, scene.say("reason.choice"), "", "", true, options),
                Form.Field.line(
                        Reasoned.REASON,
                        scene.say("preference.reason-why"),
                        scene.say("reason.hint"),
                        "",
                        false,
                        Reasoned.REASON_LIMIT));
        return Outcome.reply(new Reply.OpenForm(
                new Form(scene.action(Reasoned.REASON, ""), scene.say("reason.title"), fields, scene.say("send"))
                        .withAbout(about)));
    }

    /** @param answer what was chosen; nothing if it is none of the options */
    public Outcome take(
            Scene<?, ?> scene, Actor actor, Interaction.Submit submit, Optional<String> answer, String receipt) {
        if (!scene.counts(actor.id(), commits)) {
            return Outcome.whisper(scene.tooLate());
        }
        if (answer.isEmpty()) {
            return Outcome.reply(new Reply.FixForm(Map.of(commits, scene.say("reason.which"))));
        }
        String reason = submit.value(Reasoned.REASON);
        if (reason.length() > Reasoned.REASON_LIMIT) {
            return Outcome.reply(
                    new Reply.FixForm(Map.of(Reasoned.REASON, scene.say("too-long", Reasoned.REASON_LIMIT))));
        }
        List<Keep> keeps = new ArrayList<>(List.of(Keep.open(actor.id(), commits, answer.get())));
        if (!reason.isEmpty()) {
            keeps.add(Keep.open(actor.id(), Reasoned.REASON, reason));
        }
        return Outcome.keep(keeps, Reply.whisper(receipt));
    }
}

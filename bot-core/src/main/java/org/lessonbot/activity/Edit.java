package org.lessonbot.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;

/**
 * What follows from a form that changes what is kept. Its id carries a {@link #mark} of what it began with, so that any instance
 * knows at any time whether somebody changed a field since. Then nothing is overwritten: what stands there now is shown beside
 * what was written. A field that was left as it was is not written at all, so partners may fill in different ones at one time.
 *
 * @param keeps the fields that were changed, each on condition that what stood there still does
 * @param clashes the fields that were changed elsewhere too, as they stand now
 * @param changed the sentence that says so, and by whom that may have been
 */
public record Edit(List<Keep> keeps, List<Block> clashes, String changed) {
    /** Characters of what stands there now: as long as the longest answer; beside it there is room for what was written. */
    private static final int NOW = 600;

    /** One field that was sent. */
    public record Field(String name, String label, String sent) {}

    public Edit {
        keeps = List.copyOf(keeps);
        clashes = List.copyOf(clashes);
    }

    /** Goes into the id of a form whose fields begin with these values, in their order: eleven characters a field. */
    public static String mark(Scene<?, ?> scene, String... values) {
        return Stream.of(values).map(value -> Code.of(scene.lesson(), value)).collect(Collectors.joining("."));
    }

    /**
     * Compares what was sent with what the form began with and with what stands there now.
     *
     * @param actor who sent it
     * @param owner of the fields: who sent it, their group, or all who lead
     * @param mark of a form that began with nothing if it is empty
     * @param fields in the order of the mark
     */
    public static Edit of(Scene<?, ?> scene, Actor actor, String owner, String mark, List<Field> fields) {
        List<String> begun = List.of(mark.split("\\."));
        List<Keep> keeps = new ArrayList<>();
        List<Block> clashes = new ArrayList<>();
        for (int n = 0; n < fields.size(); n++) {
            Field field = fields.get(n);
            String began = n < begun.size() && !begun.get(n).isEmpty() ? begun.get(n) : mark(scene, "");
            String now = scene.here().value(owner, field.name()).orElse("");
            if (field.sent().equals(now) || mark(scene, field.sent()).equals(began)) {
                continue;
            }
            if (mark(scene, now).equals(began)) {
                keeps.add(Keep.instead(owner, field.name(), field.sent(), now));
            } else {
                String text = now.isEmpty() ? scene.say("edit.nothing") : Limits.fit(now, NOW / fields.size());
                clashes.add(new Block.Quote(field.label(), text, ""));
            }
        }
        return new Edit(keeps, clashes, changed(actor, owner));
    }

    private static String changed(Actor actor, String owner) {
        if (owner.equals(Keep.TEACHERS)) {
            return "edit.changed-leaders";
        }
        return owner.equals(actor.id()) ? "edit.changed-own" : "edit.changed";
    }

    /**
     * The outcome: all fields are kept, or none is.
     *
     * @param again opens the form as it stands now
     */
    public Outcome outcome(Scene<?, ?> scene, String receipt, Button again) {
        if (clashes.isEmpty()) {
            return Outcome.keep(keeps, Reply.whisper(receipt));
        }
        return Outcome.reply(Reply.whisper(
                Message.text(scene.say(changed)).then(new Message(clashes)).then(Block.Buttons.of(again))));
    }
}

package org.lessonbot.activity.shift;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lessonbot.activity.Actor;
import org.lessonbot.activity.Edit;
import org.lessonbot.activity.Keep;
import org.lessonbot.activity.Outcome;
import org.lessonbot.activity.Scene;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.VisibleText;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Entry;

/**
 * Two groups that whoever leads names in a shift, so that each gets a model of its own. Everybody says which is theirs before they rate
 * on, and it is sealed with the ratings: whoever could join once models are shown would show by it how they rated.
 */
record Groups(Scene<ShiftContent, ShiftDeal> scene) {
    /** The verb that opens the form in which they are named, and sends it. */
    static final String NAME = "name-groups";

    /** The verb of saying which is one's own, and the field that it is kept in: {@code 1}, {@code 2}, or {@link #NEITHER}. */
    static final String GROUP = "group";

    /** The fields of the names; {@link Keep#TEACHERS} own them. */
    static final List<String> NAMES = List.of("group-1", "group-2");

    private static final String NEITHER = "0";
    private static final int LENGTH = 24;

    /**
     * Two groups as they are named.
     *
     * @param owners by person the number of their group, 1 or 2
     */
    record Named(String one, String other, Map<String, String> owners) {
        boolean in(String person, int group) {
            return Integer.toString(group).equals(owners.get(person));
        }
    }

    /** Nothing unless both have a name. */
    static Optional<Named> of(Entries shift) {
        Optional<String> one = shift.value(Keep.TEACHERS, NAMES.get(0));
        Optional<String> other = shift.value(Keep.TEACHERS, NAMES.get(1));
        return one.flatMap(first -> other.map(second -> new Named(first, second, shift.byOwner(GROUP))));
    }

    private Optional<Named> named() {
        return of(scene.here());
    }

    /** Whether somebody is asked before their next pair. */
    boolean asks(String person) {
        return scene.open()
                && named().isPresent()
                && scene.here().value(person, GROUP).isEmpty();
    }

    Message question() {
        return named().map(groups -> Message.of(
                        new Block.Text(scene.say("groups.ask")),
                        Block.Buttons.of(
                                scene.button(GROUP, "1", groups.one()),
                                scene.button(GROUP, "2", groups.other()),
                                scene.button(GROUP, NEITHER, scene.say("groups.neither")))))
                .orElse(Message.of());
    }

    /** Which one somebody said is theirs, and a way to say otherwise; empty where they said nothing. */
    Message mine(String person) {
        Optional<String> mine = named().flatMap(groups -> scene.here()
                .value(person, GROUP)
                .map(group -> name(group).orElseGet(() -> scene.say("groups.neither"))));
        return mine.filter(group -> scene.open())
                .map(group -> Message.of(
                        new Block.Text(scene.say("groups.mine", group)),
                        Block.Buttons.of(scene.button(GROUP, "", scene.say("groups.change")))))
                .orElse(Message.of());
    }

    private Optional<String> name(String group) {
        return group.equals(NEITHER)
                ? Optional.empty()
                : scene.here().value(Keep.TEACHERS, NAMES.get(Integer.parseInt(group) - 1));
    }

    /** What stands on the console: while people rate, how the groups are named, and how many have said which is theirs. */
    Message console() {
        if (!scene.open()) {
            return Message.of();
        }
        Message names = named().map(groups -> Message.text(scene.say(
                        "groups.named",
                        groups.one(),
                        groups.other(),
                        groups.owners().size())))
                .orElse(Message.of());
        return isSaid()
                ? names
                : names.then(Message.of(Block.Buttons.of(scene.button(NAME, "", scene.say("groups.open")))));
    }

    /** Whether anybody has said which is theirs: from then on the names stand for something. */
    private boolean isSaid() {
        return !scene.here().field(GROUP).isEmpty();
    }

    Outcome open(Actor actor) {
        return refusal(actor).orElseGet(() -> Outcome.reply(new Reply.OpenForm(form())));
    }

    private Optional<Outcome> refusal(Actor actor) {
        if (!actor.teacher()) {
            return Optional.of(Outcome.whisper(scene.say("refused.teacher")));
        }
        return scene.open() && !isSaid()
                ? Optional.empty()
                : Optional.of(Outcome.whisper(scene.say(scene.open() ? "groups.said" : "late")));
    }

    private Form form() {
        List<String> now = NAMES.stream()
                .map(name -> scene.here().value(Keep.TEACHERS, name).orElse(""))
                .toList();
        return new Form(
                        scene.action(NAME, Edit.mark(scene, now.get(0), now.get(1))),
                        scene.say("groups.title"),
                        List.of(
                                Form.Field.line(
                                        NAMES.get(0),
                                        scene.say("groups.first"),
                                        scene.say("groups.first-hint"),
                                        now.get(0),
                                        false,
                                        LENGTH),
                                Form.Field.line(
                                        NAMES.get(1),
                                        scene.say("groups.second"),
                                        scene.say("groups.second-hint"),
                                        now.get(1),
                                        false,
                                        LENGTH)),
                        scene.say("send"))
                .withAbout(scene.say("groups.about"));
    }

    Outcome name(Actor actor, Interaction.Submit submit) {
        return refusal(actor).orElseGet(() -> {
            List<String> names = NAMES.stream()
                    .map(name -> VisibleText.line(submit.value(name)).strip())
                    .toList();
            Map<String, String> faults = faults(names);
            if (!faults.isEmpty()) {
                return Outcome.reply(new Reply.FixForm(faults));
            }
            List<Edit.Field> fields = List.of(
                    new Edit.Field(NAMES.get(0), scene.say("groups.first"), names.get(0)),
                    new Edit.Field(NAMES.get(1), scene.say("groups.second"), names.get(1)));
            String receipt = names.get(0).isEmpty()
                    ? scene.say("groups.by-chance")
                    : scene.say("groups.receipt", names.get(0), names.get(1));
            return Edit.of(scene, actor, Keep.TEACHERS, submit.action().argument(), fields)
                    .outcome(scene, receipt, scene.button(NAME, "", scene.say("edit.again")));
        });
    }

    /** Both have a name, each its own, or neither has. */
    private Map<String, String> faults(List<String> names) {
        for (int n = 0; n < names.size(); n++) {
            if (names.get(n).length() > LENGTH) {
                return Map.of(NAMES.get(n), scene.say("too-long", LENGTH));
            }
            if (names.get(n).isEmpty() && !names.get(1 - n).isEmpty()) {
                return Map.of(NAMES.get(n), scene.say("groups.missing"));
            }
        }
        boolean same = !names.get(0).isEmpty() && names.get(0).equalsIgnoreCase(names.get(1));
        return same ? Map.of(NAMES.get(1), scene.say("groups.same")) : Map.of();
    }

    /** @param group that somebody says is theirs; empty to be asked once more */
    Outcome say(Actor actor, String group) {
        if (!scene.counts(actor.id(), Shift.ENOUGH)) {
            return Outcome.whisper(scene.tooLate());
        }
        if (named().isEmpty() || !group.matches("[012]?")) {
            return Outcome.whisper(scene.say("refused.unknown"));
        }
        if (group.isEmpty()) {
            return Outcome.reply(Reply.whisper(question()));
        }
        Keep keep = Keep.open(actor.id(), GROUP, group);
        Message next = scene.alone()
                ? Message.text(scene.say("shift.counted"))
                : new ShiftView(scene.with(keep, actor)).turn(actor.id());
        return Outcome.keep(List.of(keep), Reply.whisper(next));
    }

    /** What an entry of it says to whoever made it; nothing if it is something else. */
    Optional<String> recall(Entry entry) {
        if (NAMES.contains(entry.field())) {
            return Optional.of(scene.say("groups.recall-named", entry.value()));
        }
        return entry.field().equals(GROUP)
                ? Optional.of(name(entry.value())
                        .map(group -> scene.say("groups.recall", group))
                        .orElseGet(() -> scene.say("groups.recall-neither")))
                : Optional.empty();
    }
}

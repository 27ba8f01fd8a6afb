package org.lessonbot.activity.preference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lessonbot.activity.Parts;
import org.lessonbot.activity.Scene;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Message;
import org.lessonbot.lesson.Entry;
import org.lessonbot.lesson.Phase;
import org.lessonbot.report.Shift;

/** What is seen of a round of Preference Rater. */
record PreferenceView(Scene<PreferenceContent, PreferenceDeal> scene) {
    private static final int REASONS = 12;

    Message question() {
        PreferenceDeal deal = scene.deal();
        boolean open = scene.open();
        return Message.of(
                new Block.Quote(scene.say("item.prompt"), deal.item().prompt(), ""),
                new Block.Quote(
                        scene.say("preference.side-a"),
                        deal.item().response(deal.a()).text(),
                        ""),
                new Block.Quote(
                        scene.say("preference.side-b"),
                        deal.item().response(deal.b()).text(),
                        ""),
                new Block.Text(scene.content().ask()),
                Block.Buttons.of(
                        choice(Preference.VOTE, deal.a()).enabled(open),
                        choice(Preference.VOTE, deal.b()).enabled(open),
                        choice(Preference.VOTE, Preference.TIE).enabled(open)),
                Block.Buttons.of(
                        scene.button(Preference.REASON, "", scene.say("preference.reason"))
                                .enabled(open),
                        scene.mine(scene.say("mine"))),
                Parts.answered(scene, Preference.VOTE));
    }

    Message answer() {
        PreferenceDeal deal = scene.deal();
        List<Block> blocks = new ArrayList<>(List.of(
                new Block.Quote(scene.say("item.prompt"), deal.item().prompt(), ""),
                bars(scene.say("preference.split"), Preference.VOTE),
                response(scene.say("preference.side-a"), deal.a()),
                response(scene.say("preference.side-b"), deal.b())));
        Parts.agreement(scene, Preference.VOTE).ifPresent(blocks::add);
        if (!deal.item().notice().isEmpty()) {
            blocks.add(new Block.Labelled(scene.say("item.notice"), deal.item().notice()));
        }
        if (!scene.here().field(Preference.REVOTE).isEmpty()) {
            blocks.add(bars(scene.say("preference.after-talking"), Preference.REVOTE));
            blocks.add(new Block.Text(shift()));
        }
        if (scene.round().phase() != Phase.CLOSED) {
            blocks.add(new Block.Text(scene.content().revote()));
            blocks.add(revotes());
        }
        blocks.add(Block.Buttons.of(scene.mine(scene.say("mine"))));
        return new Message(blocks);
    }

    /** What is kept of the person before the reveal. */
    Message soFar(String person) {
        List<Block> blocks = new ArrayList<>();
        scene.here()
                .value(person, Preference.VOTE)
                .ifPresent(vote -> blocks.add(new Block.Text(scene.say("preference.receipt", side(vote)))));
        scene.here()
                .value(person, Preference.REASON)
                .ifPresent(reason -> blocks.add(new Block.Text(scene.say("preference.my-reason", reason))));
        return new Message(blocks);
    }

    /** An entry as its person remembers it: the value behind a side stays hidden while the round hides it. */
    String recall(Entry entry) {
        String prompt = Parts.title(scene.deal().item().prompt());
        return switch (entry.field()) {
            case Preference.VOTE -> scene.say("preference.recall", prompt, side(entry.value()));
            case Preference.REVOTE -> scene.say("preference.recall-after", prompt, side(entry.value()));
            default -> scene.say("preference.recall-reason", prompt, entry.value());
        };
    }

    /** The person's own vote, the partner's, and the vote after talking. */
    Message result(String person) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(scene.here()
                .value(person, Preference.VOTE)
                .map(vote -> scene.say("preference.mine", named(vote)))
                .orElse(scene.say("mine.none"))));
        blocks.addAll(Parts.partners(scene, person, Preference.VOTE, this::named));
        scene.here()
                .value(person, Preference.REVOTE)
                .ifPresent(vote -> blocks.add(new Block.Text(scene.say("preference.mine-after", named(vote)))));
        if (!scene.alone() && scene.round().phase() == Phase.REVEALED) {
            blocks.add(revotes());
        }
        return new Message(blocks);
    }

    /** Reasons without names, for the teacher to take up. */
    Message reasons() {
        Map<String, String> votes = scene.here().byOwner(Preference.VOTE);
        List<String> lines = scene.here().field(Preference.REASON).all().stream()
                .limit(REASONS)
                .map(entry -> scene.say(
                        "preference.reason-line",
                        side(votes.getOrDefault(entry.owner(), Preference.TIE)),
                        entry.value()))
                .sorted()
                .toList();
        return lines.isEmpty()
                ? Message.of()
                : Message.of(new Block.Text(scene.say("preference.reasons")), new Block.Items(lines));
    }

    /** A choice as it was seen before the reveal. */
    String side(String choice) {
        if (choice.equals(Preference.TIE)) {
            return scene.say("preference.tie");
        }
        return scene.say(choice.equals(scene.deal().a()) ? "preference.side-a" : "preference.side-b");
    }

    /** A choice with the value behind it. */
    String named(String choice) {
        return choice.equals(Preference.TIE)
                ? side(choice)
                : scene.say("preference.named", side(choice), scene.deal().name(choice));
    }

    private Button choice(String verb, String choice) {
        return scene.button(verb, scene.deal().side(choice), side(choice));
    }

    private Block revotes() {
        return Block.Buttons.of(
                choice(Preference.REVOTE, scene.deal().a()),
                choice(Preference.REVOTE, scene.deal().b()),
                choice(Preference.REVOTE, Preference.TIE));
    }

    private Block response(String side, String value) {
        var response = scene.deal().item().response(value);
        var known = scene.deal().item().values().get(value);
        String label = known == null || known.says().isEmpty()
                ? named(value)
                : scene.say("preference.value", side, known.name(), known.says());
        return new Block.Quote(label, response.text(), Parts.credit(scene.words(), response.provenance()));
    }

    private Block bars(String caption, String field) {
        return new Block.Bars(
                caption,
                List.of(scene.deal().a(), scene.deal().b(), Preference.TIE).stream()
                        .map(choice -> new Block.Bar(named(choice), scene.here().count(field, choice), ""))
                        .toList());
    }

    private String shift() {
        Shift<String> shift = Shift.between(
                scene.here().byOwner(Preference.VOTE), scene.here().byOwner(Preference.REVOTE));
        return scene.say("preference.shift", shift.moved(), shift.total());
    }
}

package org.lessonbot.activity.preference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lessonbot.activity.Parts;
import org.lessonbot.activity.Reasoned;
import org.lessonbot.activity.Scene;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Message;
import org.lessonbot.lesson.Entry;
import org.lessonbot.lesson.Phase;
import org.lessonbot.lesson.Reason;
import org.lessonbot.picture.Scale;
import org.lessonbot.report.Charts;
import org.lessonbot.report.Share;
import org.lessonbot.report.Shift;
import org.lessonbot.report.Tally;

/** What is seen of a round of Preference Rater. */
record PreferenceView(Scene<PreferenceContent, PreferenceDeal> scene) {
    private static final int REASONS = 12;

    Message question() {
        PreferenceDeal deal = scene.deal();
        boolean open = scene.open();
        return Message.of(
                prompt(),
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
                scene.alone()
                        ? Block.Buttons.of(Preference.why(scene).button(scene))
                        : Block.Buttons.of(
                                scene.button(Preference.REASON, "", scene.say("preference.reason"))
                                        .enabled(open),
                                scene.mine(scene.say("mine"))),
                Parts.answered(scene, Preference.VOTE));
    }

    Message answer() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(prompt());
        blocks.addAll(split());
        blocks.addAll(splitAgain());
        blocks.addAll(forecast());
        blocks.addAll(responses());
        Parts.agreement(scene, Preference.VOTE).ifPresent(blocks::add);
        blocks.addAll(notice());
        if (scene.round().phase() != Phase.CLOSED) {
            blocks.add(new Block.Text(scene.content().revote()));
            blocks.add(revotes());
        }
        blocks.add(Block.Buttons.of(scene.mine(scene.say("mine"))));
        return new Message(blocks);
    }

    /** For somebody at their own pace: how others chose again shows once they have, or can no more. */
    Message answer(String person, Optional<Reason> other) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(prompt());
        blocks.addAll(responses());
        blocks.addAll(notice());
        blocks.addAll(result(person).blocks());
        blocks.addAll(split());
        blocks.addAll(forecast());
        Parts.agreement(scene, Preference.VOTE).ifPresent(blocks::add);
        other.ifPresent(reason -> blocks.add(Parts.other(scene, reason, named(reason.answer()))));
        Optional<String> again = scene.here().value(person, Preference.REVOTE);
        again.ifPresent(choice -> blocks.add(new Block.Text(receiptAgain(person, choice))));
        if (again.isPresent() || !scene.open()) {
            blocks.addAll(splitAgain());
        }
        if (scene.open()) {
            blocks.add(new Block.Text(scene.say("preference.keep-or-change")));
            blocks.add(keepOrChange(person));
        }
        return new Message(blocks);
    }

    /** What is kept of the person before the reveal. */
    Message soFar(String person) {
        List<Block> blocks = new ArrayList<>();
        scene.here().value(person, Preference.VOTE).ifPresent(vote -> blocks.add(new Block.Text(receipt(vote))));
        scene.here()
                .value(person, Preference.REASON)
                .ifPresent(reason -> blocks.add(new Block.Text(scene.say("preference.my-reason", reason))));
        return new Message(blocks);
    }

    /** An entry as its person remembers it: the value behind a side stays hidden while the round hides it. */
    String recall(Entry entry) {
        String prompt = Parts.title(scene.deal().item().prompt());
        Optional<String> decided = Reasoned.recallDecided(scene, entry, prompt);
        if (decided.isPresent()) {
            return decided.get();
        }
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
        if (!scene.alone()) {
            scene.here()
                    .value(person, Preference.REVOTE)
                    .ifPresent(vote -> blocks.add(new Block.Text(scene.say("preference.mine-after", named(vote)))));
            if (scene.round().phase() == Phase.REVEALED) {
                blocks.add(revotes());
            }
        }
        return new Message(blocks);
    }

    String receipt(String choice) {
        return scene.say(scene.alone() ? "preference.sealed" : "preference.receipt", side(choice));
    }

    /** What somebody hears who has chosen once more. */
    String receiptAgain(String person, String choice) {
        if (!scene.alone()) {
            return scene.say("preference.revote-receipt", side(choice));
        }
        boolean kept = scene.here().value(person, Preference.VOTE).equals(Optional.of(choice));
        return scene.say(kept ? "preference.kept" : "preference.changed", side(choice));
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

    /** Keeping is a button too: who only goes on has not said that they keep. */
    private Block keepOrChange(String person) {
        String vote = scene.here().value(person, Preference.VOTE).orElse("");
        return new Block.Buttons(choices().stream()
                .map(choice -> scene.button(
                        Preference.REVOTE,
                        scene.deal().side(choice),
                        scene.say(choice.equals(vote) ? "preference.keep" : "preference.change", side(choice))))
                .toList());
    }

    private Block prompt() {
        return new Block.Quote(scene.say("item.prompt"), scene.deal().item().prompt(), "");
    }

    private List<Block> responses() {
        return List.of(
                response(scene.say("preference.side-a"), scene.deal().a()),
                response(scene.say("preference.side-b"), scene.deal().b()));
    }

    private List<Block> notice() {
        String notice = scene.deal().item().notice();
        return notice.isEmpty() ? List.of() : List.of(new Block.Labelled(scene.say("item.notice"), notice));
    }

    private List<Block> split() {
        String caption = scene.say(scene.alone() ? "preference.split-so-far" : "preference.split");
        int votes = scene.here().field(Preference.VOTE).size();
        return Parts.figures(scene, caption, votes, () -> {
            Block.Bars bars = bars(caption, Preference.VOTE);
            return List.of(new Block.Figure(charts().spread(bars, Scale.parts()), bars));
        });
    }

    /** What a model of this class expected, beside what it chose. */
    private List<Block> forecast() {
        OptionalDouble chosen = scene.deal().shareOfA(scene.here());
        int votes = scene.here().field(Preference.VOTE).size();
        if (scene.deal().expected().isEmpty()
                || chosen.isEmpty()
                || !scene.lesson().mayCount(votes)) {
            return List.of();
        }
        Forecast forecast = scene.deal().expected().get();
        if (!forecast.knows()) {
            return List.of(new Block.Text(scene.say(
                    "forecast.too-little", forecast.votes(), forecast.needed() > 0 ? 1 : 0, forecast.needed())));
        }
        return List.of(new Block.Text(scene.say(
                "forecast.expected",
                likelier(forecast.forA()),
                of100(forecast.forA()),
                likelier(chosen.getAsDouble()),
                of100(chosen.getAsDouble()))));
    }

    private String likelier(double forA) {
        long ofA = Share.percent(forA);
        return ofA == 50 ? "even" : scene.say(ofA > 50 ? "preference.side-a" : "preference.side-b");
    }

    private static long of100(double forA) {
        return Math.max(Share.percent(forA), 100 - Share.percent(forA));
    }

    /** Nothing while nobody has chosen again. */
    private List<Block> splitAgain() {
        String caption = scene.say(scene.alone() ? "preference.after-reading" : "preference.after-talking");
        int votes = scene.here().field(Preference.REVOTE).size();
        return votes == 0
                ? List.of()
                : Parts.figures(scene, caption, votes, () -> List.of(moves(caption), new Block.Text(shift())));
    }

    private Block response(String side, String value) {
        var response = scene.deal().item().response(value);
        var known = scene.deal().item().values().get(value);
        String label = known == null || known.says().isEmpty()
                ? named(value)
                : scene.say("preference.value", side, known.name(), known.says());
        return new Block.Quote(label, response.text(), Parts.credit(scene.words(), response.provenance()));
    }

    private Block moves(String caption) {
        Block.Bars bars = bars(caption, Preference.REVOTE);
        Tally<String> before = Tally.of(scene.here().byOwner(Preference.VOTE).values());
        Tally<String> after = Tally.of(scene.here().byOwner(Preference.REVOTE).values());
        return before.total() == 0
                ? bars
                : new Block.Figure(
                        charts().moves(caption, before, after, choices(), this::named),
                        bars,
                        scene.round().phase() == Phase.CLOSED);
    }

    private Charts charts() {
        return new Charts(scene.words());
    }

    private List<String> choices() {
        return List.of(scene.deal().a(), scene.deal().b(), Preference.TIE);
    }

    private Block.Bars bars(String caption, String field) {
        return new Block.Bars(
                caption,
                choices().stream()
                        .map(choice -> new Block.Bar(named(choice), scene.here().count(field, choice), ""))
                        .toList());
    }

    private String shift() {
        Shift<String> shift = Shift.between(
                scene.here().byOwner(Preference.VOTE), scene.here().byOwner(Preference.REVOTE));
        return scene.say("preference.shift", shift.moved(), shift.total());
    }
}

package org.lessonbot.activity.stagematch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.lessonbot.activity.Actor;
import org.lessonbot.activity.Dealing;
import org.lessonbot.activity.Draw;
import org.lessonbot.activity.Keep;
import org.lessonbot.activity.NextItem;
import org.lessonbot.activity.Outcome;
import org.lessonbot.activity.OwnItem;
import org.lessonbot.activity.Parts;
import org.lessonbot.activity.Reasoned;
import org.lessonbot.activity.Scene;
import org.lessonbot.activity.Traits;
import org.lessonbot.activity.Why;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Option;
import org.lessonbot.draft.Brought;
import org.lessonbot.draft.Cast;
import org.lessonbot.draft.Role;
import org.lessonbot.lesson.Entry;
import org.lessonbot.lesson.Reason;
import org.lessonbot.models.Thought;
import org.lessonbot.picture.Scale;
import org.lessonbot.plan.Item;
import org.lessonbot.report.Charts;

/** One response is shown; everybody guesses its stage; the reveal shows all responses and who took what for what. */
public final class StageMatch implements Reasoned<StageContent, StageDeal> {
    /** The field a guess is kept in; its value is the stage guessed. */
    public static final String GUESS = "guess";

    @Override
    public Traits<StageContent, StageDeal> traits() {
        return Traits.of("stagematch", StageContent.class, StageDeal.class);
    }

    @Override
    public Optional<StageDeal> deal(Dealing<StageContent, StageDeal> dealing, String request, RandomGenerator random) {
        List<String> used = dealing.earlier(StageDeal.class).stream()
                .map(deal -> deal.item().id())
                .toList();
        List<Item> items = dealing.bank().of(dealing.content().bank());
        List<Thought.Place> thought = dealing.brought().map(Brought::thought).orElse(List.of());
        Optional<Item> item = dealing.brought()
                .map(Brought::item)
                .or(() -> request.isEmpty()
                        ? Draw.next(items, dealing.plan().responses(), used, random)
                        : items.stream().filter(one -> one.id().equals(request)).findFirst());
        return item.map(found -> new StageDeal(
                found, found.keys().get(random.nextInt(found.keys().size())), thought));
    }

    @Override
    public List<Cast> casts(StageContent content) {
        return List.of(new Cast(
                "",
                content.bank(),
                "",
                content.stages().stream()
                        .map(stage ->
                                Role.stage(stage.id(), stage.name(), stage.id().equals(StageContent.BASE)))
                        .toList()));
    }

    @Override
    public String commits() {
        return GUESS;
    }

    /** The truth is known by then, so there is nothing to choose again. */
    @Override
    public Optional<String> again() {
        return Optional.empty();
    }

    @Override
    public Map<String, String> prepared(StageDeal deal) {
        return Map.of();
    }

    @Override
    public String chosen(Scene<StageContent, StageDeal> scene, String answer) {
        return stages(scene).name(answer);
    }

    @Override
    public List<String> answers(Scene<StageContent, StageDeal> scene) {
        return stages(scene).stages().stream().map(StageContent.Stage::id).toList();
    }

    @Override
    public Message console(Scene<StageContent, StageDeal> scene) {
        return new NextItem(scene.content().bank()).buttons(scene).then(new BaseThought(scene).picker());
    }

    @Override
    public Message question(Scene<StageContent, StageDeal> scene) {
        StageDeal deal = scene.deal();
        return Message.of(
                new Block.Quote(scene.say("item.prompt"), deal.item().prompt(), ""),
                new Block.Quote(
                        scene.say("item.response"),
                        deal.item().response(deal.shown()).text(),
                        ""),
                new Block.Text(scene.content().ask()),
                new Block.Buttons(stages(scene).stages().stream()
                        .map(stage ->
                                scene.button(GUESS, stage.id(), stage.name()).enabled(scene.open()))
                        .toList()),
                Block.Buttons.of(scene.alone() ? why(scene).button(scene) : scene.mine(scene.say("mine"))),
                Parts.answered(scene, GUESS));
    }

    @Override
    public Message answer(Scene<StageContent, StageDeal> scene) {
        List<Block> blocks = new ArrayList<>(truth(scene));
        blocks.addAll(guesses(scene));
        blocks.addAll(responses(scene));
        blocks.add(Block.Buttons.of(scene.mine(scene.say("mine"))));
        return new Message(blocks);
    }

    @Override
    public Message answer(Scene<StageContent, StageDeal> scene, String person, Optional<Reason> other) {
        List<Block> blocks = new ArrayList<>(truth(scene));
        blocks.addAll(responses(scene));
        blocks.addAll(result(scene, person).blocks());
        blocks.addAll(guesses(scene));
        other.ifPresent(
                reason -> blocks.add(Parts.other(scene, reason, stages(scene).name(reason.answer()))));
        return new Message(blocks);
    }

    private static List<Block> truth(Scene<StageContent, StageDeal> scene) {
        return List.of(
                new Block.Quote(scene.say("item.prompt"), scene.deal().item().prompt(), ""),
                new Block.Labelled(
                        scene.say("stagematch.answer"),
                        stages(scene).name(scene.deal().shown())));
    }

    private static List<Block> guesses(Scene<StageContent, StageDeal> scene) {
        String caption = scene.say(scene.alone() ? "stagematch.guesses-so-far" : "stagematch.guesses");
        return Parts.figures(
                scene,
                caption,
                scene.here().field(GUESS).size(),
                () -> List.of(guesses(
                        scene,
                        new Block.Bars(
                                caption,
                                stages(scene).stages().stream()
                                        .map(stage -> new Block.Bar(
                                                stage.name(),
                                                scene.here().count(GUESS, stage.id()),
                                                stage.id().equals(scene.deal().shown())
                                                        ? scene.say("stagematch.it-was")
                                                        : ""))
                                        .toList()))));
    }

    private static Block guesses(Scene<StageContent, StageDeal> scene, Block.Bars bars) {
        int stages = bars.bars().size();
        Scale scale = Scale.parts(1.0 / stages, scene.say("chart.blind", Math.round(100.0 / stages)));
        return new Block.Figure(new Charts(scene.words()).spread(bars, scale), bars);
    }

    private static List<Block> responses(Scene<StageContent, StageDeal> scene) {
        StageDeal deal = scene.deal();
        List<Block> blocks = new ArrayList<>();
        for (StageContent.Stage stage : stages(scene).stages()) {
            var response = deal.item().response(stage.id());
            String label = stage.id().equals(deal.shown()) ? scene.say("stagematch.shown", stage.name()) : stage.name();
            blocks.add(new Block.Quote(label, response.text(), Parts.credit(scene.words(), response.provenance())));
        }
        blocks.addAll(new BaseThought(scene).bars());
        if (!deal.item().notice().isEmpty()) {
            blocks.add(new Block.Labelled(scene.say("item.notice"), deal.item().notice()));
        }
        return blocks;
    }

    @Override
    public Message soFar(Scene<StageContent, StageDeal> scene, String person) {
        return scene.here()
                .value(person, GUESS)
                .map(guess -> Message.text(receipt(scene, guess)))
                .orElse(Message.of());
    }

    @Override
    public Message result(Scene<StageContent, StageDeal> scene, String person) {
        String truth = scene.deal().shown();
        String guess = scene.here().value(person, GUESS).orElse("");
        StageContent content = stages(scene);
        String mine = guess.isEmpty()
                ? scene.say("mine.none")
                : scene.say(
                        guess.equals(truth) ? "stagematch.right" : "stagematch.wrong",
                        content.name(guess),
                        content.name(truth));
        List<Block> blocks = new ArrayList<>(List.of(new Block.Text(mine)));
        blocks.addAll(Parts.partners(scene, person, GUESS, content::name));
        return new Message(blocks);
    }

    @Override
    public String recall(Scene<StageContent, StageDeal> scene, Entry entry) {
        String prompt = Parts.title(scene.deal().item().prompt());
        if (entry.field().equals(BaseThought.PLACE)) {
            return scene.say("thought.recall", prompt);
        }
        return Reasoned.recallDecided(scene, entry, prompt)
                .orElseGet(() -> entry.field().equals(REASON)
                        ? scene.say("preference.recall-reason", prompt, entry.value())
                        : scene.say("stagematch.recall", prompt, stages(scene).name(entry.value())));
    }

    @Override
    public Outcome handle(Scene<StageContent, StageDeal> scene, Actor actor, Interaction.Act act) {
        StageContent content = stages(scene);
        return new OwnItem(content.bank(), scene.content().names(), false)
                .handle(scene, actor, act)
                .or(() -> new NextItem(content.bank()).handle(scene, actor, act))
                .orElseGet(() -> Reasoned.super.handle(scene, actor, act));
    }

    @Override
    public Outcome press(Scene<StageContent, StageDeal> scene, Actor actor, Interaction.Press press) {
        if (scene.alone() && press.action().verb().equals(REASON)) {
            return why(scene).ask(scene, actor, scene.deal().item().prompt());
        }
        if (!press.action().verb().equals(GUESS)) {
            return Outcome.SILENT;
        }
        Optional<String> guess = guess(scene, press.action().argument());
        if (guess.isEmpty()) {
            return Outcome.whisper(scene.say("refused.unknown"));
        }
        if (!scene.counts(actor.id(), GUESS)) {
            return Outcome.whisper(scene.tooLate());
        }
        return Outcome.keep(Keep.open(actor.id(), GUESS, guess.get()), receipt(scene, guess.get()));
    }

    @Override
    public Outcome pick(Scene<StageContent, StageDeal> scene, Actor actor, Interaction.Pick pick) {
        return pick.action().verb().equals(BaseThought.PLACE)
                ? new BaseThought(scene).pick(actor, pick)
                : Outcome.SILENT;
    }

    @Override
    public Outcome submit(Scene<StageContent, StageDeal> scene, Actor actor, Interaction.Submit submit) {
        if (!scene.alone() || !submit.action().verb().equals(REASON)) {
            return Outcome.SILENT;
        }
        Optional<String> guess = guess(scene, submit.value(GUESS));
        return why(scene)
                .take(
                        scene,
                        actor,
                        submit,
                        guess,
                        guess.map(made -> receipt(scene, made)).orElse(""));
    }

    /** The stages as they are called in this round. */
    private static StageContent stages(Scene<StageContent, StageDeal> scene) {
        return scene.content().calledBy(scene.deal().item());
    }

    private static Why why(Scene<StageContent, StageDeal> scene) {
        return new Why(
                GUESS,
                stages(scene).stages().stream()
                        .map(stage -> new Option(stage.id(), stage.name()))
                        .toList());
    }

    private static Optional<String> guess(Scene<StageContent, StageDeal> scene, String guess) {
        return Optional.of(guess).filter(stages(scene).names()::containsKey);
    }

    private static String receipt(Scene<StageContent, StageDeal> scene, String guess) {
        return scene.say(
                scene.alone() ? "stagematch.sealed" : "stagematch.receipt",
                stages(scene).name(guess));
    }
}

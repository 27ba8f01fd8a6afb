package org.lessonbot.activity.preference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.lessonbot.activity.Actor;
import org.lessonbot.activity.Comparing;
import org.lessonbot.activity.Dealing;
import org.lessonbot.activity.Dealt;
import org.lessonbot.activity.Draw;
import org.lessonbot.activity.Edit;
import org.lessonbot.activity.Foretelling;
import org.lessonbot.activity.Keep;
import org.lessonbot.activity.NextItem;
import org.lessonbot.activity.Outcome;
import org.lessonbot.activity.OwnItem;
import org.lessonbot.activity.Reach;
import org.lessonbot.activity.Reasoned;
import org.lessonbot.activity.Scene;
import org.lessonbot.activity.Tastes;
import org.lessonbot.activity.Traits;
import org.lessonbot.activity.Why;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Option;
import org.lessonbot.chat.Reply;
import org.lessonbot.draft.Brought;
import org.lessonbot.draft.Cast;
import org.lessonbot.lesson.Entry;
import org.lessonbot.lesson.Phase;
import org.lessonbot.lesson.Reason;
import org.lessonbot.plan.Item;

/**
 * Two responses stand side by side; everybody says which is better. The reveal names the value behind each and how the
 * class was split; then people talk to their partner and may vote once more.
 */
public final class Preference
        implements Reasoned<PreferenceContent, PreferenceDeal>, Foretelling<PreferenceContent, PreferenceDeal> {
    /** The field of the vote: the value whose response was chosen, or {@link #TIE}. */
    public static final String VOTE = "vote";
    /** The field of the vote after talking to the partner. */
    public static final String REVOTE = "revote";
    /** The vote of somebody who finds neither better. */
    public static final String TIE = Comparing.TIE;

    @Override
    public Traits<PreferenceContent, PreferenceDeal> traits() {
        return Traits.of("preference", PreferenceContent.class, PreferenceDeal.class)
                .dealtFrom(Reach.LESSON);
    }

    @Override
    public Optional<PreferenceDeal> deal(
            Dealing<PreferenceContent, PreferenceDeal> dealing, String request, RandomGenerator random) {
        List<String> used = dealing.earlier(PreferenceDeal.class).stream()
                .map(deal -> deal.item().id())
                .toList();
        List<Item> items = dealing.bank().of(dealing.content().bank());
        Optional<Item> item = dealing.brought()
                .map(Brought::item)
                .or(() -> request.isEmpty()
                        ? Draw.next(items, dealing.plan().responses(), used, random)
                        : items.stream().filter(one -> one.id().equals(request)).findFirst());
        return item.map(found -> {
            int a = random.nextInt(2);
            PreferenceDeal deal =
                    new PreferenceDeal(found, found.keys().get(a), found.keys().get(1 - a));
            return deal.with(Forecast.of(dealing, deal));
        });
    }

    /** As long as a model of the class knows too little, it may know more later. */
    @Override
    public boolean mayForetell(PreferenceDeal deal, List<Dealt<?>> rounds) {
        return deal.expected().filter(Forecast::knows).isEmpty() && Tastes.mayBeKnown(rounds);
    }

    /** It says that it knows too little once, and again when it has learned from twice as many choices. */
    @Override
    public Optional<PreferenceDeal> foretold(Dealing<PreferenceContent, PreferenceDeal> dealing, PreferenceDeal deal) {
        long before = deal.expected().map(Forecast::votes).orElse(0L);
        return Forecast.of(dealing, deal)
                .filter(forecast -> forecast.knows() || forecast.votes() >= 2 * before)
                .map(forecast -> deal.with(Optional.of(forecast)));
    }

    @Override
    public boolean isForetold(PreferenceDeal deal) {
        return deal.expected().isPresent();
    }

    @Override
    public PreferenceDeal foretoldAnew(Dealing<PreferenceContent, PreferenceDeal> dealing, PreferenceDeal deal) {
        return deal.with(Forecast.of(dealing, deal));
    }

    @Override
    public List<Cast> casts(PreferenceContent content) {
        return content.casts();
    }

    @Override
    public String commits() {
        return VOTE;
    }

    @Override
    public Optional<String> again() {
        return Optional.of(REVOTE);
    }

    /** Those that the bank has for the two values. */
    @Override
    public Map<String, String> prepared(PreferenceDeal deal) {
        Map<String, String> prepared = new LinkedHashMap<>();
        for (String side : List.of(deal.a(), deal.b())) {
            Item.Value value = deal.item().values().get(side);
            if (value != null && !value.reason().isEmpty()) {
                prepared.put(side, value.reason());
            }
        }
        return prepared;
    }

    @Override
    public String chosen(Scene<PreferenceContent, PreferenceDeal> scene, String answer) {
        return new PreferenceView(scene).named(answer);
    }

    @Override
    public List<String> answers(Scene<PreferenceContent, PreferenceDeal> scene) {
        return List.of(scene.deal().a(), scene.deal().b(), TIE);
    }

    @Override
    public Message question(Scene<PreferenceContent, PreferenceDeal> scene) {
        return new PreferenceView(scene).question();
    }

    @Override
    public Message answer(Scene<PreferenceContent, PreferenceDeal> scene) {
        return new PreferenceView(scene).answer();
    }

    @Override
    public Message answer(Scene<PreferenceContent, PreferenceDeal> scene, String person, Optional<Reason> other) {
        return new PreferenceView(scene).answer(person, other);
    }

    @Override
    public Message soFar(Scene<PreferenceContent, PreferenceDeal> scene, String person) {
        return new PreferenceView(scene).soFar(person);
    }

    @Override
    public Message result(Scene<PreferenceContent, PreferenceDeal> scene, String person) {
        return new PreferenceView(scene).result(person);
    }

    /** With why people chose as they did, where a class was told. */
    @Override
    public Message report(Scene<PreferenceContent, PreferenceDeal> scene) {
        Message seen = room(scene);
        return scene.revealed() && !scene.alone() ? seen.then(new PreferenceView(scene).reasons()) : seen;
    }

    @Override
    public Message console(Scene<PreferenceContent, PreferenceDeal> scene) {
        Message buttons = new NextItem(scene.content().bank()).buttons(scene);
        return scene.revealed() ? buttons.then(new PreferenceView(scene).reasons()) : buttons;
    }

    @Override
    public String recall(Scene<PreferenceContent, PreferenceDeal> scene, Entry entry) {
        return new PreferenceView(scene).recall(entry);
    }

    @Override
    public Outcome handle(Scene<PreferenceContent, PreferenceDeal> scene, Actor actor, Interaction.Act act) {
        Map<String, String> sides = new LinkedHashMap<>();
        sides.put("first", scene.say("preference.side-a"));
        sides.put("second", scene.say("preference.side-b"));
        return new OwnItem(scene.content().bank(), sides, true)
                .handle(scene, actor, act)
                .or(() -> new NextItem(scene.content().bank()).handle(scene, actor, act))
                .orElseGet(() -> Reasoned.super.handle(scene, actor, act));
    }

    @Override
    public Outcome press(Scene<PreferenceContent, PreferenceDeal> scene, Actor actor, Interaction.Press press) {
        Optional<String> choice = scene.deal().choice(press.action().argument());
        return switch (press.action().verb()) {
            case VOTE -> choice.map(vote -> vote(scene, actor, vote)).orElse(unknown(scene));
            case REVOTE -> choice.map(vote -> revote(scene, actor, vote)).orElse(unknown(scene));
            case REASON -> askReason(scene, actor);
            default -> Outcome.SILENT;
        };
    }

    @Override
    public Outcome submit(Scene<PreferenceContent, PreferenceDeal> scene, Actor actor, Interaction.Submit submit) {
        return submit.action().verb().equals(REASON) ? reason(scene, actor, submit) : Outcome.SILENT;
    }

    private static Outcome vote(Scene<PreferenceContent, PreferenceDeal> scene, Actor actor, String choice) {
        if (!scene.counts(actor.id(), VOTE)) {
            return Outcome.whisper(scene.tooLate());
        }
        return Outcome.keep(Keep.open(actor.id(), VOTE, choice), new PreferenceView(scene).receipt(choice));
    }

    private static Outcome revote(Scene<PreferenceContent, PreferenceDeal> scene, Actor actor, String choice) {
        // At one's own pace the round stays open for others while it is revealed to this person.
        Phase counts = scene.alone() ? Phase.OPEN : Phase.REVEALED;
        if (!scene.revealedTo(actor.id(), VOTE) || scene.round().phase() != counts) {
            return Outcome.whisper(scene.say("preference.revote-later"));
        }
        return Outcome.keep(
                new Keep(actor.id(), REVOTE, choice, counts, Optional.empty()),
                new PreferenceView(scene).receiptAgain(actor.id(), choice));
    }

    private static Outcome unknown(Scene<PreferenceContent, PreferenceDeal> scene) {
        return Outcome.whisper(scene.say("refused.unknown"));
    }

    private static Outcome askReason(Scene<PreferenceContent, PreferenceDeal> scene, Actor actor) {
        if (scene.alone()) {
            return why(scene).ask(scene, actor, scene.deal().item().prompt());
        }
        if (!scene.counts(actor.id(), VOTE)) {
            return Outcome.whisper(scene.tooLate());
        }
        String now = scene.here().value(actor.id(), REASON).orElse("");
        return Outcome.reply(new Reply.OpenForm(new Form(
                        scene.action(REASON, Edit.mark(scene, now)),
                        scene.say("preference.reason-title"),
                        List.of(Form.Field.line(
                                REASON, scene.say("preference.reason-why"), "", now, false, REASON_LIMIT)),
                        scene.say("send"))
                .withAbout(about(scene, actor))));
    }

    /** The prompt, and what this person has chosen of the two. */
    private static String about(Scene<PreferenceContent, PreferenceDeal> scene, Actor actor) {
        return scene.deal().item().prompt()
                + scene.here()
                        .value(actor.id(), VOTE)
                        .map(vote -> "\n\n" + scene.say("preference.mine", new PreferenceView(scene).named(vote)))
                        .orElse("");
    }

    private static Outcome reason(
            Scene<PreferenceContent, PreferenceDeal> scene, Actor actor, Interaction.Submit submit) {
        if (scene.alone()) {
            Optional<String> choice = scene.deal().choice(submit.value(VOTE));
            String receipt = choice.map(new PreferenceView(scene)::receipt).orElse("");
            return why(scene).take(scene, actor, submit, choice, receipt);
        }
        if (!scene.counts(actor.id(), VOTE)) {
            return Outcome.whisper(scene.tooLate());
        }
        String reason = submit.value(REASON);
        if (reason.length() > REASON_LIMIT) {
            return Outcome.reply(new Reply.FixForm(Map.of(REASON, scene.say("too-long", REASON_LIMIT))));
        }
        Edit.Field field = new Edit.Field(REASON, scene.say("preference.reason-title"), reason);
        return Edit.of(scene, actor, actor.id(), submit.action().argument(), List.of(field))
                .outcome(
                        scene,
                        scene.say("preference.reason-receipt"),
                        scene.button(REASON, "", scene.say("edit.again")));
    }

    static Why why(Scene<PreferenceContent, PreferenceDeal> scene) {
        PreferenceDeal deal = scene.deal();
        return new Why(
                VOTE,
                List.of(deal.a(), deal.b(), TIE).stream()
                        .map(choice -> new Option(deal.side(choice), new PreferenceView(scene).side(choice)))
                        .toList());
    }
}

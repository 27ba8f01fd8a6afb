package org.lessonbot.engine.drawing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lessonbot.activity.Activities;
import org.lessonbot.activity.Activity;
import org.lessonbot.activity.Parts;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.draft.Cast;
import org.lessonbot.draft.Draft;
import org.lessonbot.draft.Role;
import org.lessonbot.draft.Said;
import org.lessonbot.draft.Voice;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.models.ModelException;
import org.lessonbot.models.Models;
import org.lessonbot.plan.Item;
import org.lessonbot.plan.Provenance;
import org.lessonbot.plan.Response;
import org.lessonbot.plan.Step;
import org.lessonbot.store.Drafts;
import org.lessonbot.store.Suggestions;

/**
 * What teachers see of the drafts of a step: on the console how far each is, and nothing of what models answered, because a console
 * gets projected; the answers on demand, each teacher for themselves.
 */
public final class DraftViews {
    // What a button asks for, as its argument says it.
    public static final String LOOK = "look/";
    public static final String USE = "use/";
    public static final String AGAIN = "again/";
    public static final String EDIT = "edit/";
    public static final String DISCARD = "discard/";
    public static final String SWAP = "swap/";
    public static final String KEEP = "keep/";
    public static final String LET = "let/";
    public static final String LIST = "suggested/";

    /** As many of a step may wait to be used: all stand on the console, and models answer one after another. */
    public static final int MOST = 3;

    /** How often the console says anew for how long a model has been loading. */
    public static final Duration SAID_EVERY = Duration.ofSeconds(10);

    private final Drafts drafts;
    private final Suggestions suggestions;
    private final Set<String> models;
    private final UnaryOperator<String> labels;
    private final Clock clock;

    public DraftViews(Drafts drafts, Suggestions suggestions, Models models, Clock clock) {
        this.drafts = drafts;
        this.suggestions = suggestions;
        this.models = Set.copyOf(models.keys());
        this.labels = models::label;
        this.clock = clock;
    }

    /** What the models there are may be asked at the step that a class is at now. */
    public List<Cast> casts(Standing standing) {
        return models.isEmpty() || standing.isClub()
                ? List.of()
                : casts(standing.step(standing.lesson().step()));
    }

    private List<Cast> casts(Step step) {
        return casts(Activities.of(step.activity()), step).stream()
                .filter(cast -> cast.canBeAsked(models))
                .map(cast -> cast.called(labels))
                .toList();
    }

    /** What everybody sees below the round that a class is at. */
    public Message room(Lesson lesson, Step step, Words words) {
        return models.isEmpty() || lesson.isClub() || casts(step).isEmpty()
                ? Message.of()
                : SuggestionViews.button(suggestions, lesson, words);
    }

    /** Whether models may be asked at the step that a class is at, or at one of the next two. */
    public boolean mayAskSoon(Standing standing) {
        List<Step> steps = standing.edition().plan().steps();
        int here = standing.edition().plan().indexOf(standing.lesson().step());
        return !standing.isClub()
                && steps.subList(here, Math.min(here + 3, steps.size())).stream()
                        .anyMatch(step -> !casts(step).isEmpty());
    }

    private static <C, D> List<Cast> casts(Activity<C, D> activity, Step step) {
        return activity.casts(activity.traits().content().cast(step.content()));
    }

    /** What stands on the console. */
    public Message console(Standing standing) {
        if (casts(standing).isEmpty()) {
            return Message.of();
        }
        Words words = standing.words();
        List<Block> blocks = new ArrayList<>();
        List<Button> buttons = new ArrayList<>();
        buttons.add(Button.plain(action(standing, ""), words.say("draft.ask")));
        buttons.addAll(SuggestionViews.buttons(suggestions, standing));
        blocks.add(new Block.Buttons(buttons));
        List<Draft> all = drafts.of(standing.lesson().id(), standing.lesson().step());
        List<Draft> waiting = all.stream().filter(draft -> !draft.isUsed()).toList();
        for (Draft draft : waiting) {
            blocks.add(new Block.Row(
                    Parts.title(draft.prompt()),
                    states(words, draft),
                    Button.plain(action(standing, LOOK + draft.id()), words.say("draft.look"))));
        }
        all.stream()
                // A console that is full of drafts has no room for more on every platform.
                .filter(draft -> draft.isUsed() && waiting.size() < MOST)
                .reduce((earlier, later) -> later)
                .ifPresent(used -> blocks.add(new Block.Row(
                        Parts.title(used.prompt()),
                        words.say("draft.used", used.round()),
                        Button.plain(action(standing, KEEP + used.id()), words.say("draft.keep"))
                                .enabled(!used.kept()))));
        return new Message(blocks);
    }

    private String states(Words words, Draft draft) {
        return draft.voices().stream()
                .map(voice -> words.say("draft.voice", voice.role().name(), state(words, voice)))
                .collect(Collectors.joining("\n"));
    }

    private String state(Words words, Voice voice) {
        if (voice.isReady()) {
            return words.say("draft.here");
        }
        if (voice.response().isPresent()) {
            return words.say("draft.too-long", Response.LONGEST);
        }
        return switch (voice.state()) {
            case WAITING -> words.say("draft.waiting", voice.ahead());
            case LOADING -> words.say("draft.loading", soFar(voice));
            case ANSWERING -> words.say("draft.answering");
            case CAME -> words.say("draft.refused");
            case FAILED ->
                words.say(ModelException.Kind.valueOf(voice.failure()).key());
        };
    }

    /** In whole tens of seconds. */
    private long soFar(Voice voice) {
        long every = SAID_EVERY.toSeconds();
        Duration loading = Duration.between(Instant.ofEpochMilli(voice.since()), clock.instant());
        return Math.max(0, loading.toSeconds()) / every * every;
    }

    /** All of a draft, for one teacher alone. */
    public Message look(Standing standing, Draft draft) {
        Words words = standing.words();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(words.say("draft.title")));
        blocks.add(new Block.Quote(words.say("item.prompt"), draft.prompt(), ""));
        draft.voices().forEach(voice -> blocks.addAll(voice(words, voice)));
        if (!draft.isReady()) {
            blocks.add(new Block.Text(words.say(draft.isUnderWay() ? "draft.not-yet" : "draft.hole")));
        }
        List<Role> alike = draft.alike();
        if (!alike.isEmpty()) {
            blocks.add(new Block.Text(
                    words.say("draft.alike", alike.get(0).name(), alike.get(1).name())));
        }
        blocks.add(new Block.Buttons(List.of(
                Button.primary(action(standing, USE + draft.id()), words.say("draft.use"))
                        .enabled(draft.isReady()),
                Button.plain(action(standing, EDIT + draft.id()), words.say("draft.edit")),
                Button.plain(action(standing, LOOK + draft.id()), words.say("draft.look-again")),
                Button.danger(action(standing, DISCARD + draft.id()), words.say("draft.discard")))));
        List<Button> again = new ArrayList<>();
        again.add(Button.plain(action(standing, AGAIN + draft.id()), words.say("draft.again")));
        draft.voices().stream()
                .map(Voice::role)
                .map(role -> Button.plain(
                        action(standing, AGAIN + draft.id() + "/" + role.key()),
                        Limits.fit(words.say("draft.again-one", role.name()), Limits.BUTTON_LABEL)))
                .forEach(again::add);
        blocks.add(new Block.Buttons(again.subList(0, Math.min(again.size(), Limits.BUTTONS_IN_ROW))));
        swaps(standing, draft).ifPresent(blocks::add);
        return new Message(blocks);
    }

    /** What the bank has for the same prompt: for each response a button that takes it instead. */
    private static Optional<Block> swaps(Standing standing, Draft draft) {
        return inBank(standing, draft)
                .map(item -> draft.voices().stream()
                        .map(Voice::role)
                        .filter(role -> item.responses().containsKey(role.key()))
                        .limit(Limits.BUTTONS_IN_ROW)
                        .map(role -> Button.plain(
                                action(standing, SWAP + draft.id() + "/" + role.key()),
                                Limits.fit(standing.words().say("draft.swap", role.name()), Limits.BUTTON_LABEL)))
                        .toList())
                .filter(buttons -> !buttons.isEmpty())
                .map(Block.Buttons::new);
    }

    /** The item of the bank that has the same prompt. */
    public static Optional<Item> inBank(Standing standing, Draft draft) {
        return standing.edition().bank().of(draft.bank()).stream()
                .filter(item -> item.prompt().strip().equals(draft.prompt().strip()))
                .findFirst();
    }

    private List<Block> voice(Words words, Voice voice) {
        String name = voice.role().name();
        List<Block> blocks = new ArrayList<>();
        if (voice.response().isPresent()) {
            var response = voice.response().get();
            blocks.add(new Block.Quote(
                    name, Limits.fit(response.text(), Response.LONGEST), Parts.credit(words, response.provenance())));
        } else {
            blocks.add(new Block.Labelled(name, state(words, voice)));
            voice.answer()
                    .filter(said -> !said.text().isEmpty())
                    .ifPresent(said -> blocks.add(new Block.Quote(
                            words.say("draft.refused"),
                            Limits.fit(said.text(), Response.LONGEST),
                            Parts.credit(words, said.provenance()))));
        }
        List<String> lines = new ArrayList<>();
        if (voice.response().isPresent() && !voice.isReady()) {
            lines.add(words.say("draft.too-long", Response.LONGEST));
        }
        if (voice.isModels()) {
            // What was amiss with all of it need not be with what is left.
            voice.answer().filter(whole -> voice.own().isEmpty()).map(Said::troubles).orElse(List.of()).stream()
                    .map(trouble -> words.say(trouble.key()))
                    .forEach(lines::add);
            voice.answer().map(Said::provenance).map(DraftViews::circumstances).ifPresent(lines::addAll);
        }
        if (!lines.isEmpty()) {
            blocks.add(new Block.Items(lines));
        }
        return blocks;
    }

    /** How the responses were made, where nobody could tell it from their names. */
    public static String notice(Words words, Draft draft) {
        List<Role> told = draft.voices().stream()
                .filter(Voice::isModels)
                .map(Voice::role)
                .filter(role -> !role.instruction().isEmpty())
                .toList();
        return told.size() < 2
                ? ""
                : words.say(
                        "draft.one-model",
                        told.get(0).name(),
                        told.get(0).instruction(),
                        told.get(1).name(),
                        told.get(1).instruction());
    }

    /** How an answer came about, as far as its credit does not say it. */
    private static List<String> circumstances(Provenance by) {
        return Stream.of(
                        Stream.of(by.server(), by.sampling(), by.duration())
                                .filter(known -> !known.isEmpty() && !known.equals(Provenance.UNKNOWN))
                                .collect(Collectors.joining(", ")),
                        by.note())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static Action action(Standing standing, String argument) {
        return Action.of(standing.lesson().id(), Verb.DRAFT, argument);
    }
}

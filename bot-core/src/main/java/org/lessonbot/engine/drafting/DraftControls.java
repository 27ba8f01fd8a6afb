package org.lessonbot.engine.drafting;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lessonbot.activity.Move;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Option;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.draft.Cast;
import org.lessonbot.draft.Draft;
import org.lessonbot.engine.drawing.DraftViews;
import org.lessonbot.engine.leading.Leading;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.store.Drafts;
import org.lessonbot.store.Suggestions;

/** What teachers do with drafts: they let models be asked, look at what came, and use it or not. */
public final class DraftControls implements AutoCloseable {
    private static final String CAST = "cast";

    private final Drafts drafts;
    private final DraftViews views;
    private final Drafting drafting;
    private final SuggestionControls suggestions;
    private final Leading leading;
    private final Clock clock;

    public DraftControls(
            Drafts drafts,
            DraftViews views,
            Drafting drafting,
            SuggestionControls suggestions,
            Leading leading,
            Clock clock) {
        this.drafts = drafts;
        this.views = views;
        this.drafting = drafting;
        this.suggestions = suggestions;
        this.leading = leading;
        this.clock = clock;
    }

    /** Begins to ask for what an earlier run left unasked, and for what is asked from now on. */
    public void start() {
        drafting.start();
    }

    /** A class comes to a step, or soon will: servers may load what they could be asked there. Returns at once. */
    public void comesNear(Standing standing) {
        if (views.mayAskSoon(standing)) {
            drafting.preload();
        }
    }

    /** Does what somebody asks: a teacher anything, a student to suggest a prompt. */
    public Reply run(
            Standing standing, Interaction interaction, Verb verb, String argument, Map<String, String> options) {
        Words words = standing.words();
        if (verb == Verb.SUGGEST) {
            return views.casts(standing).isEmpty()
                    ? refused(interaction, words, "suggest.not-now")
                    : suggestions.suggest(standing, standing.actor(interaction.person()), interaction, options);
        }
        if (views.casts(standing).isEmpty()) {
            return refused(interaction, words, drafting.knowsModels() ? "draft.where" : "draft.no-models");
        }
        if (argument.startsWith(DraftViews.LET)) {
            return suggestions.let(standing, argument.endsWith("yes"));
        }
        if (argument.startsWith(DraftViews.LIST)) {
            return suggested(standing, interaction, argument.substring(DraftViews.LIST.length()));
        }
        if (interaction.act() instanceof Interaction.Submit form) {
            return argument.startsWith(DraftViews.EDIT)
                    ? new DraftForm(drafts, views, drafting)
                            .sent(standing, form, argument.substring(DraftViews.EDIT.length()))
                    : ask(standing, interaction, form.value(TypedPrompt.NAME), form.value(CAST), argument);
        }
        if (argument.isEmpty()) {
            String prompt = options.getOrDefault(TypedPrompt.NAME, "").strip();
            return prompt.isEmpty()
                    ? new Reply.OpenForm(form(standing))
                    : ask(standing, interaction, prompt, "", standing.lesson().step());
        }
        String[] what = argument.split("/", 3);
        Optional<Draft> found = what.length > 1 && what[1].matches("\\d{1,18}")
                ? drafts.find(standing.lesson().id(), Long.parseLong(what[1]))
                : Optional.empty();
        if (found.isEmpty()) {
            return Reply.whisper(words.say("draft.gone"));
        }
        Draft draft = found.get();
        return switch (what[0] + "/") {
            case DraftViews.LOOK -> look(standing, draft);
            case DraftViews.USE -> use(standing, interaction, draft);
            case DraftViews.AGAIN -> again(standing, draft, what.length > 2 ? what[2] : "");
            case DraftViews.SWAP -> swap(standing, draft, what.length > 2 ? what[2] : "");
            case DraftViews.EDIT -> draft.isUsed() ? used(words) : new Reply.OpenForm(DraftForm.of(standing, draft));
            case DraftViews.DISCARD -> discard(standing, draft);
            case DraftViews.KEEP -> keep(standing, draft);
            default -> Reply.whisper(words.say("refused.unknown"));
        };
    }

    private Reply suggested(Standing standing, Interaction interaction, String argument) {
        if (!(interaction.act() instanceof Interaction.Pick pick)) {
            int from = argument.matches("\\d{1,5}") ? Integer.parseInt(argument) : 0;
            return Reply.whisper(suggestions.list(standing, from));
        }
        Optional<Suggestions.Suggestion> picked = suggestions.picked(standing, pick);
        if (picked.isEmpty()) {
            return Reply.whisper(standing.words().say("refused.unknown"));
        }
        if (!add(standing, interaction, picked.get().prompt(), "")) {
            return enough(interaction, standing.words());
        }
        suggestions.taken(standing, picked.get());
        return asked(standing.words());
    }

    private static Reply refused(Interaction interaction, Words words, String why, Object... arguments) {
        return Reply.refused(words.say(why, arguments), interaction.act(), words);
    }

    private Form form(Standing standing) {
        Words words = standing.words();
        List<Form.Field> fields = new ArrayList<>();
        fields.add(TypedPrompt.field(words, ""));
        List<Cast> casts = views.casts(standing);
        if (casts.size() > 1) {
            List<Option> options = casts.stream()
                    .limit(Limits.OPTIONS)
                    .map(cast -> new Option(cast.id(), Limits.fit(cast.name(), Limits.BUTTON_LABEL)))
                    .toList();
            fields.add(Form.Field.choice(
                    CAST, words.say("draft.values"), "", next(standing, casts).id(), true, options));
        }
        Action action =
                Action.of(standing.lesson().id(), Verb.DRAFT, standing.lesson().step());
        return new Form(action, words.say("draft.ask"), words.say("draft.about"), fields, words.say("send"));
    }

    /** Each in turn, so that a class meets all of them. */
    private Cast next(Standing standing, List<Cast> casts) {
        int before = drafts.of(standing.lesson().id(), standing.lesson().step()).size();
        return casts.get(before % casts.size());
    }

    private Reply ask(Standing standing, Interaction interaction, String prompt, String cast, String step) {
        Words words = standing.words();
        if (!step.equals(standing.lesson().step())) {
            return refused(interaction, words, "engine.moved-on");
        }
        return TypedPrompt.refusal(prompt, interaction.act(), words)
                .orElseGet(() -> add(standing, interaction, prompt, cast) ? asked(words) : enough(interaction, words));
    }

    private static Reply asked(Words words) {
        return Reply.whisper(words.say("draft.asked"));
    }

    private static Reply enough(Interaction interaction, Words words) {
        return refused(interaction, words, "draft.enough", DraftViews.MOST);
    }

    /** @return false if as many wait as may */
    private boolean add(Standing standing, Interaction interaction, String prompt, String cast) {
        List<Cast> casts = views.casts(standing);
        Cast chosen = casts.stream()
                .filter(one -> casts.size() > 1 && one.id().equals(cast))
                .findFirst()
                .orElseGet(() -> next(standing, casts));
        Lesson lesson = standing.lesson();
        Draft draft = Draft.of(lesson.id(), lesson.step(), chosen, prompt, clock.instant());
        boolean added = drafts.add(draft, interaction.person().id(), DraftViews.MOST, clock.instant());
        if (added) {
            drafting.changed(standing.lesson().id());
        }
        return added;
    }

    private Reply look(Standing standing, Draft draft) {
        return draft.isUsed() ? used(standing.words()) : Reply.whisper(views.look(standing, draft));
    }

    private static Reply used(Words words) {
        return Reply.whisper(words.say("draft.used-already"));
    }

    private Reply use(Standing standing, Interaction interaction, Draft draft) {
        Words words = standing.words();
        if (draft.isUsed()) {
            return used(words);
        }
        if (!draft.isReady()) {
            return look(standing, draft);
        }
        if (!draft.step().equals(standing.lesson().step())) {
            return Reply.whisper(words.say("engine.moved-on"));
        }
        Move move = new Move.Again("", Optional.of(draft.brought(DraftViews.notice(words, draft))));
        // The round would be another step's if the lesson had moved on meanwhile.
        Reply made =
                leading.move(standing.lesson(), interaction, standing.lesson().version(), move);
        return made instanceof Reply.Silent ? Reply.whisper(words.say("item.chosen", draft.prompt())) : made;
    }

    private Reply again(Standing standing, Draft draft, String key) {
        return change(standing, draft, found -> found.again(key, clock.instant()));
    }

    /** Takes what the bank has for the same prompt, in the place of one model's answer. */
    private Reply swap(Standing standing, Draft draft, String key) {
        return DraftViews.inBank(standing, draft)
                .map(item -> item.responses().get(key))
                .map(response -> change(standing, draft, found -> found.swapped(key, response)))
                .orElseGet(() -> Reply.whisper(standing.words().say("refused.unknown")));
    }

    private Reply change(Standing standing, Draft draft, Function<Draft, Draft> change) {
        Optional<Draft> after = drafts.change(draft.lesson(), draft.id(), change::apply);
        drafting.changed(standing.lesson().id());
        return after.map(now -> Reply.whisper(views.look(standing, now))).orElseGet(() -> used(standing.words()));
    }

    private Reply discard(Standing standing, Draft draft) {
        drafts.discard(draft.lesson(), draft.id());
        drafting.changed(standing.lesson().id());
        return Reply.whisper(standing.words().say("draft.discarded"));
    }

    private Reply keep(Standing standing, Draft draft) {
        if (!draft.isUsed()) {
            return look(standing, draft);
        }
        drafts.keep(draft.lesson(), draft.id());
        drafting.changed(standing.lesson().id());
        return Reply.whisper(standing.words().say("draft.kept"));
    }

    @Override
    public void close() {
        drafting.close();
    }
}

package org.lessonbot.engine.drafting;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lessonbot.activity.Actor;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Lists;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Option;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.drawing.DraftViews;
import org.lessonbot.engine.leading.Begun;
import org.lessonbot.engine.posting.Publisher;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.store.Slot;
import org.lessonbot.store.Suggestions;

/** Prompts that a class suggests for the models: each student one, which only teachers see, and without a name. */
public final class SuggestionControls {
    private final Suggestions suggestions;
    private final Publisher publisher;
    private final Clock clock;

    public SuggestionControls(Suggestions suggestions, Publisher publisher, Clock clock) {
        this.suggestions = suggestions;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** A student suggests something, or wants to. */
    Reply suggest(Standing standing, Actor actor, Interaction interaction, Map<String, String> options) {
        Lesson lesson = standing.lesson();
        Words words = standing.words();
        Optional<String> refusal = refusal(standing, actor);
        if (refusal.isPresent()) {
            return Reply.refused(words.say(refusal.get()), interaction.act(), words);
        }
        boolean sent = interaction.act() instanceof Interaction.Submit;
        String prompt = interaction.act() instanceof Interaction.Submit form
                ? form.value(TypedPrompt.NAME)
                : options.getOrDefault(TypedPrompt.NAME, "").strip();
        Begun begun = begun(lesson, actor);
        Action again = form(lesson, begun);
        if (!sent && prompt.isEmpty()) {
            return new Reply.OpenForm(new Form(
                    again,
                    words.say("suggest.do"),
                    words.say("suggest.about"),
                    List.of(TypedPrompt.field(words, begun.now())),
                    words.say("send")));
        }
        Optional<Reply> unfit = TypedPrompt.refusal(prompt, interaction.act(), words);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        if (interaction.act() instanceof Interaction.Submit form
                && begun.isOld(form.action().argument().replaceFirst("^[^/]*/?", ""))
                && !prompt.equals(begun.now())) {
            return begun.refuse(form, again, words);
        }
        Optional<String> before = sent ? Optional.of(begun.now()) : Optional.empty();
        if (!suggestions.keep(lesson.id(), lesson.step(), actor.id(), prompt, before, clock.instant())) {
            Begun now = begun(lesson, actor);
            return now.equals(begun)
                    ? Reply.refused(words.say("suggest.not-now"), interaction.act(), words)
                    : now.refuse(interaction.act(), form(lesson, now), words);
        }
        publisher.want(lesson.id(), Slot.CONSOLE);
        return Reply.whisper(words.say("suggest.receipt", prompt));
    }

    private Begun begun(Lesson lesson, Actor actor) {
        return new Begun(
                lesson, suggestions.of(lesson.id(), lesson.step(), actor.id()).orElse(""));
    }

    private static Action form(Lesson lesson, Begun begun) {
        return Action.of(lesson.id(), Verb.SUGGEST, lesson.step() + "/" + begun.mark());
    }

    private Optional<String> refusal(Standing standing, Actor actor) {
        Lesson lesson = standing.lesson();
        if (actor.teacher()) {
            return Optional.of("suggest.teacher");
        }
        if (!lesson.running()) {
            return Optional.of("engine.not-while-paused");
        }
        if (!suggestions.mayBeMade(lesson.id(), lesson.step())) {
            return Optional.of("suggest.not-now");
        }
        return standing.studies(actor.id()) ? Optional.empty() : Optional.of("suggest.join");
    }

    /** A teacher lets the class suggest prompts, or no more. */
    Reply let(Standing standing, boolean may) {
        Lesson lesson = standing.lesson();
        suggestions.let(lesson.id(), lesson.step(), may);
        publisher.want(lesson.id(), Slot.round(lesson.step(), lesson.round()));
        publisher.want(lesson.id(), Slot.CONSOLE);
        return Reply.SILENT;
    }

    /** What is suggested, for one teacher alone. */
    Message list(Standing standing, int from) {
        Lesson lesson = standing.lesson();
        List<Option> options = suggestions.all(lesson.id(), lesson.step()).stream()
                .map(one -> new Option(Long.toString(one.id()), Limits.fit(one.prompt(), Limits.BUTTON_LABEL)))
                .toList();
        Words words = standing.words();
        return options.isEmpty()
                ? Message.text(words.say("list.none"))
                : Message.text(words.say("suggest.how"))
                        .then(new Message(new Lists(words.say("suggest.prompts"), options, 1, 1)
                                .page(
                                        words,
                                        from,
                                        first -> action(lesson, DraftViews.LIST + first),
                                        first -> action(lesson, DraftViews.LIST + first))));
    }

    /** What was picked from such a list. */
    Optional<Suggestions.Suggestion> picked(Standing standing, Interaction.Pick pick) {
        Lesson lesson = standing.lesson();
        return suggestions.all(lesson.id(), lesson.step()).stream()
                .filter(one -> pick.values().contains(Long.toString(one.id())))
                .findFirst();
    }

    /** It was taken up. */
    void taken(Standing standing, Suggestions.Suggestion suggestion) {
        suggestions.remove(standing.lesson().id(), suggestion.id());
        publisher.want(standing.lesson().id(), Slot.CONSOLE);
    }

    private static Action action(Lesson lesson, String argument) {
        return Action.of(lesson.id(), Verb.DRAFT, argument);
    }
}

package org.lessonbot.engine.drafting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.lessonbot.activity.Code;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.draft.Draft;
import org.lessonbot.draft.Said;
import org.lessonbot.draft.Voice;
import org.lessonbot.engine.drawing.DraftViews;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.plan.Response;
import org.lessonbot.store.Drafts;

/** The form in which whoever leads puts words of their own in the place of models'. Where another leader did so first, nothing is taken. */
record DraftForm(Drafts drafts, DraftViews views, Drafting drafting) {
    static Form of(Standing standing, Draft draft) {
        Words words = standing.words();
        List<Form.Field> fields = draft.voices().stream()
                .limit(Limits.FIELDS)
                .map(voice -> Form.Field.text(
                        voice.role().key(),
                        Limits.fit(voice.role().name(), Limits.FIELD_LABEL),
                        words.say("draft.edit-hint"),
                        Limits.fit(shown(voice), Limits.FIELD_VALUE),
                        false,
                        Limits.FIELD_VALUE))
                .toList();
        String argument = DraftViews.EDIT + draft.id() + "/" + mark(standing, draft);
        Action action = Action.of(standing.lesson().id(), Verb.DRAFT, argument);
        return new Form(action, words.say("draft.edit"), fields, words.say("send")).withAbout(draft.prompt());
    }

    private static String shown(Voice voice) {
        Optional<Response> bank = Optional.ofNullable(voice.bank());
        if (bank.isPresent()) {
            return bank.get().text();
        }
        return voice.own().isEmpty()
                ? voice.answer().filter(Said::usable).map(Said::text).orElse("")
                : voice.own();
    }

    /** Which answers somebody had before them, and what leaders had made of them; what a model goes on to say changes nothing of it. */
    private static String mark(Standing standing, Draft draft) {
        return Code.of(
                standing.lesson(),
                draft.voices().stream()
                        .map(voice -> voice.attempt() + "/" + voice.own() + "/" + voice.bank())
                        .collect(Collectors.joining("\n")));
    }

    /** Takes what was written, unless the draft was changed after the form was opened. */
    Reply sent(Standing standing, Interaction.Submit form, String argument) {
        Words words = standing.words();
        String[] which = argument.split("/", 2);
        Optional<Draft> found = which[0].matches("\\d{1,18}")
                ? drafts.find(standing.lesson().id(), Long.parseLong(which[0]))
                : Optional.empty();
        String mark = which[which.length - 1];
        if (found.isEmpty() || !mark(standing, found.get()).equals(mark)) {
            return overtaken(standing, form, which[0]);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, String> faults = new LinkedHashMap<>();
        for (Voice voice : found.get().voices()) {
            String key = voice.role().key();
            String text = form.value(key);
            if (text.length() > Response.LONGEST && !text.equals(shown(voice))) {
                faults.put(key, words.say("too-long", Response.LONGEST));
            }
            texts.put(key, text);
        }
        if (!faults.isEmpty()) {
            return Reply.giveBack(new Reply.FixForm(faults), form, words);
        }
        UnaryOperator<Draft> unlessChanged = draft -> mark(standing, draft).equals(mark) ? draft.with(texts) : draft;
        Optional<Draft> after = drafts.change(
                        standing.lesson().id(), found.get().id(), unlessChanged)
                .filter(draft -> draft.with(texts).equals(draft));
        drafting.changed(standing.lesson().id());
        return after.map(draft -> Reply.whisper(views.look(standing, draft)))
                .orElseGet(() -> overtaken(standing, form, which[0]));
    }

    /** It was changed meanwhile: both together would be longer than a message may be. */
    private static Reply overtaken(Standing standing, Interaction.Submit form, String draft) {
        Words words = standing.words();
        Action look = Action.of(standing.lesson().id(), Verb.DRAFT, DraftViews.LOOK + draft);
        Button button = Button.primary(look, words.say("draft.look-again"));
        Message changed = Message.text(words.say("draft.changed")).then(Block.Buttons.of(button));
        return Reply.giveBack(Reply.whisper(changed), form, words);
    }
}

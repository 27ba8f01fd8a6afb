package org.lessonbot.activity.questions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.lessonbot.activity.Activity;
import org.lessonbot.activity.Actor;
import org.lessonbot.activity.Code;
import org.lessonbot.activity.Dealing;
import org.lessonbot.activity.Edit;
import org.lessonbot.activity.Keep;
import org.lessonbot.activity.NoDeal;
import org.lessonbot.activity.Outcome;
import org.lessonbot.activity.Parts;
import org.lessonbot.activity.Scene;
import org.lessonbot.activity.Traits;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Lists;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Option;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Entry;

/** Pairs write questions, on one list a pair. The room sees how many pairs are there. */
public final class Questions implements Activity<QuestionsContent, NoDeal> {
    /**
     * A question's field begins with this; its place and the code of its writer and its first words follow. So partners never
     * overwrite, a question that is changed stays the same one, and a new one has nothing of one that was taken back.
     */
    public static final String QUESTION = "question-";
    /** The most characters of a question: eight of them have to fit on the board's post. */
    public static final int LIMIT = 200;

    private static final String ASK = "ask";
    private static final String EDIT = "edit";
    private static final int AT_ONCE = 3;
    /** On one list: more would not fit into one message. */
    private static final int MOST = 15;

    private static final Pattern FIELD = Pattern.compile("[1-9]\\d?-[0-9a-f]{10}");

    @Override
    public Traits<QuestionsContent, NoDeal> traits() {
        return Traits.of("questions", QuestionsContent.class, NoDeal.class);
    }

    @Override
    public Optional<NoDeal> deal(Dealing<QuestionsContent, NoDeal> dealing, String request, RandomGenerator random) {
        return dealing.once();
    }

    @Override
    public Message room(Scene<QuestionsContent, NoDeal> scene) {
        int wanted = scene.content().wanted();
        Parts.Count there =
                Parts.owners(scene, owner -> questions(scene.here(), owner).size() >= wanted);
        return Message.of(
                new Block.Text(scene.content().ask()),
                Block.Buttons.of(
                        Button.primary(scene.action(ASK, ""), scene.say("questions.ask"))
                                .enabled(scene.open()),
                        scene.mine(scene.say("questions.ours"))),
                new Block.Progress(
                        scene.say("questions.progress", there.some(), there.all(), wanted), there.some(), there.all()));
    }

    @Override
    public Message own(Scene<QuestionsContent, NoDeal> scene, String person) {
        List<Entry> questions = questions(scene.here(), scene.sharedOwner(person)).all().stream()
                .limit(MOST)
                .toList();
        if (questions.isEmpty()) {
            return Message.of();
        }
        List<Option> options = questions.stream()
                .map(question -> new Option(
                        question.field().substring(QUESTION.length()),
                        Limits.fit(question.value(), Limits.BUTTON_LABEL)))
                .toList();
        return Message.of(new Block.Items(questions.stream().map(Entry::value).toList()))
                .then(new Message(new Lists(scene.say("questions.edit"), options, 1, 1)
                        .page(
                                scene.words(),
                                0,
                                first -> scene.action(EDIT, Integer.toString(first)),
                                first -> scene.action(Verb.MINE.word(), ""))));
    }

    private static Entries questions(Entries here, String owner) {
        return here.owner(owner).where(entry -> entry.field().startsWith(QUESTION));
    }

    @Override
    public String recall(Scene<QuestionsContent, NoDeal> scene, Entry entry) {
        return scene.say("questions.recall", entry.value());
    }

    @Override
    public Outcome command(Scene<QuestionsContent, NoDeal> scene, Actor actor, Interaction.Command command) {
        return command.name().equals(Verb.ASK.word())
                ? typed(scene, actor, command.option("question").strip())
                : Outcome.SILENT;
    }

    @Override
    public Outcome press(Scene<QuestionsContent, NoDeal> scene, Actor actor, Interaction.Press press) {
        return switch (press.action().verb()) {
            case ASK -> ask(scene, actor);
            case EDIT -> edit(scene, actor, press.action().argument());
            default -> Outcome.SILENT;
        };
    }

    @Override
    public Outcome pick(Scene<QuestionsContent, NoDeal> scene, Actor actor, Interaction.Pick pick) {
        return pick.action().verb().equals(EDIT) ? edit(scene, actor, String.join("", pick.values())) : Outcome.SILENT;
    }

    @Override
    public Outcome submit(Scene<QuestionsContent, NoDeal> scene, Actor actor, Interaction.Submit submit) {
        return switch (submit.action().verb()) {
            case ASK -> asked(scene, actor, submit);
            case EDIT -> edited(scene, actor, submit);
            default -> Outcome.SILENT;
        };
    }

    private static Outcome ask(Scene<QuestionsContent, NoDeal> scene, Actor actor) {
        if (!scene.open()) {
            return Outcome.whisper(scene.say("late"));
        }
        if (full(scene, actor)) {
            return Outcome.whisper(scene.say("questions.enough"));
        }
        List<Form.Field> fields = IntStream.range(0, AT_ONCE)
                .mapToObj(
                        n -> Form.Field.line(QUESTION + n, scene.say("questions.field", n + 1), "", "", n == 0, LIMIT))
                .toList();
        return Outcome.reply(new Reply.OpenForm(
                new Form(scene.action(ASK, ""), scene.say("questions.title"), fields, scene.say("send"))
                        .withAbout(scene.content().ask())));
    }

    private static Outcome asked(Scene<QuestionsContent, NoDeal> scene, Actor actor, Interaction.Submit submit) {
        if (!scene.open()) {
            return Outcome.whisper(scene.say("late"));
        }
        List<String> texts = new ArrayList<>();
        for (int n = 0; n < AT_ONCE; n++) {
            String text = submit.value(QUESTION + n);
            if (text.length() > LIMIT) {
                return Outcome.reply(new Reply.FixForm(Map.of(QUESTION + n, scene.say("too-long", LIMIT))));
            }
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts.isEmpty()
                ? Outcome.reply(new Reply.FixForm(Map.of(QUESTION + 0, scene.say("empty"))))
                : add(scene, actor, texts);
    }

    /** Puts questions below those that are there. One that this person put there stays as it is: it was delivered twice. */
    private static Outcome add(Scene<QuestionsContent, NoDeal> scene, Actor actor, List<String> texts) {
        String owner = scene.sharedOwner(actor.id());
        Entries there = questions(scene.here(), owner);
        List<String> more = texts.stream()
                .distinct()
                .filter(text -> there.all().stream().noneMatch(entry -> isTheirs(scene, actor, text, entry)))
                .toList();
        if (!more.isEmpty() && full(scene, actor)) {
            return Outcome.whisper(scene.say("questions.enough"));
        }
        List<Keep> keeps = IntStream.range(0, more.size())
                .mapToObj(n -> Keep.added(owner, free(scene, actor, n + 1, more.get(n)), more.get(n)))
                .toList();
        return Outcome.keep(keeps, Reply.whisper(scene.say("questions.receipt", texts.size())));
    }

    private static boolean isTheirs(Scene<?, ?> scene, Actor actor, String text, Entry entry) {
        return entry.value().equals(text) && entry.field().endsWith(code(scene, actor, text));
    }

    private static Outcome edit(Scene<QuestionsContent, NoDeal> scene, Actor actor, String argument) {
        if (!scene.open()) {
            return Outcome.whisper(scene.say("late"));
        }
        Optional<String> now = scene.here().value(scene.sharedOwner(actor.id()), QUESTION + argument);
        if (now.isEmpty()) {
            return Outcome.whisper(scene.say("refused.unknown"));
        }
        return Outcome.reply(new Reply.OpenForm(new Form(
                        scene.action(EDIT, argument + "/" + Edit.mark(scene, now.get())),
                        scene.say("questions.edit-title"),
                        List.of(Form.Field.line(
                                EDIT,
                                scene.say("questions.edit-field"),
                                scene.say("questions.edit-hint"),
                                now.get(),
                                false,
                                LIMIT)),
                        scene.say("send"))
                .withAbout(scene.content().ask())));
    }

    private static Outcome edited(Scene<QuestionsContent, NoDeal> scene, Actor actor, Interaction.Submit submit) {
        String[] parts = submit.action().argument().split("/", 2);
        String argument = parts[0];
        if (!FIELD.matcher(argument).matches()) {
            return Outcome.whisper(scene.say("refused.unknown"));
        }
        if (!scene.open()) {
            return Outcome.whisper(scene.say("late"));
        }
        String text = submit.value(EDIT);
        if (text.length() > LIMIT) {
            return Outcome.reply(new Reply.FixForm(Map.of(EDIT, scene.say("too-long", LIMIT))));
        }
        String owner = scene.sharedOwner(actor.id());
        boolean gone = scene.here().value(owner, QUESTION + argument).isEmpty();
        Button again = gone
                ? scene.button(ASK, "", scene.say("questions.ask"))
                : scene.button(EDIT, argument, scene.say("edit.again"));
        Edit.Field field = new Edit.Field(QUESTION + argument, scene.say("questions.edit-field"), text);
        String receipt = text.isEmpty() ? scene.say("questions.withdrawn") : scene.say("questions.changed", text);
        return Edit.of(scene, actor, owner, parts.length == 2 ? parts[1] : "", List.of(field))
                .outcome(scene, receipt, again);
    }

    private static Outcome typed(Scene<QuestionsContent, NoDeal> scene, Actor actor, String text) {
        if (!scene.open()) {
            return Outcome.whisper(scene.say("late"));
        }
        if (text.isEmpty() || text.length() > LIMIT) {
            return Outcome.whisper(text.isEmpty() ? scene.say("empty") : scene.say("too-long", LIMIT));
        }
        return add(scene, actor, List.of(text));
    }

    private static boolean full(Scene<QuestionsContent, NoDeal> scene, Actor actor) {
        return questions(scene.here(), scene.sharedOwner(actor.id())).size() >= MOST;
    }

    /** The field of a question that was sent at a place, from 1; at a later one where what began with these words says something else by now. */
    private static String free(Scene<?, ?> scene, Actor actor, int place, String text) {
        String owner = scene.sharedOwner(actor.id());
        return IntStream.iterate(place, n -> n + AT_ONCE)
                .mapToObj(n -> QUESTION + n + code(scene, actor, text))
                .filter(field -> scene.here().value(owner, field).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static String code(Scene<?, ?> scene, Actor actor, String text) {
        return "-" + Code.of(scene.lesson(), actor.id() + "/" + text);
    }
}

package org.lessonbot.activity.discussion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.lessonbot.activity.Activity;
import org.lessonbot.activity.Actor;
import org.lessonbot.activity.Code;
import org.lessonbot.activity.ConsoleList;
import org.lessonbot.activity.Dealing;
import org.lessonbot.activity.Keep;
import org.lessonbot.activity.Outcome;
import org.lessonbot.activity.Parts;
import org.lessonbot.activity.Reach;
import org.lessonbot.activity.Scene;
import org.lessonbot.activity.Traits;
import org.lessonbot.activity.preference.PreferenceDeal;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Entry;

/**
 * One specific question a round. People talk, or write in the thread, or share a thought by a form: it then stands in
 * the room without a name, until a teacher hides it.
 */
public final class Discussion implements Activity<DiscussionContent, DiscussionDeal> {
    /** A thought's field begins with this; the code of what it says follows, so a new one has nothing of one that was taken back. */
    public static final String THOUGHT = "thought-";
    /** The field of a hidden thought begins with this; the thought's code follows. */
    static final String HIDE = "hide-";
    /** Verbs of the teacher's lists. */
    static final String TAKE_OUT = "hide";

    static final String BRING_BACK = "show";

    private static final String FIELD = "thought";
    private static final int THOUGHTS_EACH = 5;
    private static final int LIMIT = 280;

    /** The teacher's lists hold everybody's thoughts. */
    @Override
    public Traits<DiscussionContent, DiscussionDeal> traits() {
        return Traits.of("discussion", DiscussionContent.class, DiscussionDeal.class)
                .drawnFrom(Reach.LESSON)
                .judgedBy(Reach.ROUND)
                .alsoAfterwards(Parts.PAGE)
                .withThread();
    }

    /** Deals the plan's next question, or the one that the teacher asks. */
    @Override
    public Optional<DiscussionDeal> deal(
            Dealing<DiscussionContent, DiscussionDeal> dealing, String request, RandomGenerator random) {
        if (!request.isBlank()) {
            return Optional.of(new DiscussionDeal(Limits.fit(request.strip(), Limits.FIELD_VALUE / 2), List.of()));
        }
        List<DiscussionDeal> earlier = dealing.earlier(DiscussionDeal.class);
        // In a club nobody has voted by then who would see it: there it is counted for each who comes here.
        boolean split = dealing.content().split()
                && earlier.isEmpty()
                && !dealing.lesson().isClub();
        return dealing.content().questions().stream()
                .filter(question ->
                        earlier.stream().noneMatch(deal -> deal.question().equals(question)))
                .findFirst()
                .map(question -> new DiscussionDeal(
                        question, split ? Splits.of(dealing.all(PreferenceDeal.class), dealing.entries()) : List.of()));
    }

    @Override
    public Message room(Scene<DiscussionContent, DiscussionDeal> scene) {
        return new DiscussionView(scene).room();
    }

    @Override
    public Message alone(Scene<DiscussionContent, DiscussionDeal> scene, String person) {
        return new DiscussionView(scene).alone(person);
    }

    @Override
    public Message own(Scene<DiscussionContent, DiscussionDeal> scene, String person) {
        return new DiscussionView(scene).own(person);
    }

    /** With all thoughts that the room may see. */
    @Override
    public Message report(Scene<DiscussionContent, DiscussionDeal> scene) {
        return new DiscussionView(scene).report();
    }

    @Override
    public Message console(Scene<DiscussionContent, DiscussionDeal> scene) {
        return new DiscussionView(scene).console();
    }

    @Override
    public String recall(Scene<DiscussionContent, DiscussionDeal> scene, Entry entry) {
        String question = Parts.title(scene.deal().question());
        return entry.field().startsWith(HIDE)
                ? scene.say("discussion.recall-hidden", question)
                : scene.say("discussion.recall", question, entry.value());
    }

    @Override
    public Outcome command(Scene<DiscussionContent, DiscussionDeal> scene, Actor actor, Interaction.Command command) {
        if (!command.name().equals(Verb.SAY.word())) {
            return Outcome.SILENT;
        }
        String text = command.option("text");
        return text.length() > LIMIT ? Outcome.whisper(scene.say("too-long", LIMIT)) : ask(scene, actor, text);
    }

    @Override
    public Outcome press(Scene<DiscussionContent, DiscussionDeal> scene, Actor actor, Interaction.Press press) {
        return switch (press.action().verb()) {
            case "share" -> ask(scene, actor, "");
            case Parts.PAGE ->
                Outcome.reply(Reply.whisper(new DiscussionView(scene)
                        .page(actor.id(), Parts.page(press.action().argument()))));
            case "withdraw" -> withdraw(scene, actor, press.action().argument());
            default ->
                ConsoleList.opened(scene, actor, press, asked -> new DiscussionView(scene).list(asked.verb()))
                        .orElse(Outcome.SILENT);
        };
    }

    @Override
    public Outcome submit(Scene<DiscussionContent, DiscussionDeal> scene, Actor actor, Interaction.Submit submit) {
        return submit.action().verb().equals("share") ? share(scene, actor, submit) : Outcome.SILENT;
    }

    @Override
    public Outcome pick(Scene<DiscussionContent, DiscussionDeal> scene, Actor actor, Interaction.Pick pick) {
        return switch (pick.action().verb()) {
            case TAKE_OUT -> hide(scene, actor, pick, "yes");
            case BRING_BACK -> hide(scene, actor, pick, "");
            default -> Outcome.SILENT;
        };
    }

    private static Outcome ask(Scene<DiscussionContent, DiscussionDeal> scene, Actor actor, String begun) {
        if (!scene.open()) {
            return Outcome.whisper(scene.say("late"));
        }
        if (shared(scene, actor).size() >= THOUGHTS_EACH) {
            return Outcome.whisper(scene.say("discussion.enough", THOUGHTS_EACH));
        }
        return Outcome.reply(new Reply.OpenForm(new Form(
                        scene.action("share", ""),
                        scene.say("discussion.title"),
                        List.of(Form.Field.text(
                                FIELD,
                                scene.say("discussion.field"),
                                scene.say("discussion.hint"),
                                begun,
                                true,
                                LIMIT)),
                        scene.say("send"))
                .withAbout(scene.deal().question())));
    }

    /** What this person has shared. */
    private static Entries shared(Scene<DiscussionContent, DiscussionDeal> scene, Actor actor) {
        return scene.here().owner(actor.id()).where(entry -> entry.field().startsWith(THOUGHT));
    }

    /** A thought that this person has shared stays as it is: it was delivered twice. */
    private static Outcome share(
            Scene<DiscussionContent, DiscussionDeal> scene, Actor actor, Interaction.Submit submit) {
        if (!scene.open()) {
            return Outcome.whisper(scene.say("late"));
        }
        String thought = submit.value(FIELD);
        if (thought.isEmpty() || thought.length() > LIMIT) {
            String reason = thought.isEmpty() ? scene.say("empty") : scene.say("too-long", LIMIT);
            return Outcome.reply(new Reply.FixForm(Map.of(FIELD, reason)));
        }
        Entries shared = shared(scene, actor);
        boolean there = shared.all().stream().anyMatch(entry -> entry.value().equals(thought));
        if (!there && shared.size() >= THOUGHTS_EACH) {
            return Outcome.whisper(scene.say("discussion.enough", THOUGHTS_EACH));
        }
        String field = THOUGHT + Code.of(scene.lesson(), thought);
        List<Keep> keeps = there ? List.of() : List.of(Keep.added(actor.id(), field, thought));
        return Outcome.keep(keeps, Reply.whisper(scene.say("discussion.receipt")));
    }

    /** @param argument what follows in the thought's field */
    private static Outcome withdraw(Scene<DiscussionContent, DiscussionDeal> scene, Actor actor, String argument) {
        if (!argument.matches("[0-9a-f]{1,10}")) {
            return Outcome.whisper(scene.say("refused.unknown"));
        }
        if (!scene.open()) {
            return Outcome.whisper(scene.say("late"));
        }
        String field = THOUGHT + argument;
        String now = scene.here().value(actor.id(), field).orElse("");
        String receipt = now.isEmpty() ? scene.say("edit.nothing") : scene.say("discussion.withdrawn", now);
        return Outcome.keep(Keep.instead(actor.id(), field, "", now), receipt);
    }

    private static Outcome hide(
            Scene<DiscussionContent, DiscussionDeal> scene, Actor actor, Interaction.Pick pick, String value) {
        if (!actor.teacher()) {
            return Outcome.whisper(scene.say("refused.teacher"));
        }
        if (!scene.open()) {
            return Outcome.whisper(scene.say("late"));
        }
        List<String> codes = pick.values();
        if (codes.isEmpty() || !codes.stream().allMatch(code -> code.matches("[0-9a-f]{10}"))) {
            return Outcome.whisper(scene.say("refused.unknown"));
        }
        List<Keep> keeps = new ArrayList<>();
        codes.forEach(code -> keeps.add(Keep.open(Keep.TEACHERS, HIDE + code, value)));
        return Outcome.keep(
                keeps,
                ConsoleList.asked(pick)
                        .map(page -> Reply.whisper(
                                scene.say("discussion." + pick.action().verb() + "-done")))
                        .orElse(Reply.SILENT));
    }
}

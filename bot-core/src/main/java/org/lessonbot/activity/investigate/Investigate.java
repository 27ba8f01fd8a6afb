package org.lessonbot.activity.investigate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lessonbot.activity.Activity;
import org.lessonbot.activity.Actor;
import org.lessonbot.activity.Code;
import org.lessonbot.activity.Dealing;
import org.lessonbot.activity.Edit;
import org.lessonbot.activity.Outcome;
import org.lessonbot.activity.Parts;
import org.lessonbot.activity.Scene;
import org.lessonbot.activity.Traits;
import org.lessonbot.activity.board.Posted;
import org.lessonbot.activity.board.QuestionBoard;
import org.lessonbot.activity.questions.Questions;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.lesson.Entry;
import org.lessonbot.lesson.Participant;

/** Pairs think about the chosen questions. One answer a pair, which either partner may edit. */
public final class Investigate implements Activity<InvestigateContent, InvestigateDeal> {
    /** An answer's field begins with this; its question's place in the deal follows, from 1. */
    public static final String ANSWER = "answer-";

    private static final String WRITE = "write";
    private static final int MOST = 3;
    private static final int LIMIT = 600;

    /** The form shows the questions, and they stand elsewhere in the lesson. */
    @Override
    public Traits<InvestigateContent, InvestigateDeal> traits() {
        return Traits.of("investigate", InvestigateContent.class, InvestigateDeal.class)
                .fromStepsOf("questions", "board", "investigate");
    }

    /** Deals what the teacher asks, else what they chose on the board, else what the class wants most. */
    @Override
    public Optional<InvestigateDeal> deal(
            Dealing<InvestigateContent, InvestigateDeal> dealing, String request, RandomGenerator random) {
        if (!request.isBlank()) {
            return Optional.of(new InvestigateDeal(List.of(), Limits.fit(request.strip(), Questions.LIMIT)));
        }
        List<String> earlier = dealing.earlier(InvestigateDeal.class).stream()
                .flatMap(deal -> deal.codes().stream())
                .toList();
        List<Posted> left = QuestionBoard.of(dealing.lesson(), dealing.plan(), dealing.entries()).visible().stream()
                .filter(posted -> !earlier.contains(posted.code()))
                .toList();
        List<String> chosen = left.stream()
                .filter(Posted::chosen)
                .limit(MOST)
                .map(Posted::code)
                .toList();
        List<String> codes =
                chosen.isEmpty() ? left.stream().limit(1).map(Posted::code).toList() : chosen;
        return codes.isEmpty() ? Optional.empty() : Optional.of(new InvestigateDeal(codes, ""));
    }

    static List<String> questions(Scene<InvestigateContent, InvestigateDeal> scene) {
        return scene.deal().questions(board(scene), scene.here(), scene.say("question.gone"));
    }

    static QuestionBoard board(Scene<?, ?> scene) {
        return QuestionBoard.of(scene.lesson(), scene.plan(), scene.entries());
    }

    static List<Integer> places(Scene<InvestigateContent, InvestigateDeal> scene) {
        return scene.deal().places(scene.here());
    }

    @Override
    public Message room(Scene<InvestigateContent, InvestigateDeal> scene) {
        List<Block> blocks = new ArrayList<>();
        List<String> questions = questions(scene);
        places(scene).forEach(place -> blocks.add(new Block.Quote("", questions.get(place - 1), "")));
        Parts.Count there = Parts.owners(scene, owner -> answered(scene, owner));
        blocks.add(new Block.Text(scene.content().ask()));
        blocks.add(Block.Buttons.of(
                Button.primary(scene.action(WRITE, ""), scene.say("investigate.write"))
                        .enabled(scene.open()),
                scene.mine(scene.say("investigate.ours"))));
        blocks.add(new Block.Progress(
                scene.say("investigate.progress", there.some(), there.all()), there.some(), there.all()));
        return new Message(blocks);
    }

    /** The questions, and under each what was answered. */
    @Override
    public Message report(Scene<InvestigateContent, InvestigateDeal> scene) {
        List<Block> blocks = new ArrayList<>();
        List<String> questions = questions(scene);
        for (int n = 1; n <= questions.size(); n++) {
            List<Entry> answers = scene.here().field(ANSWER + n).all();
            if (!answers.isEmpty() || places(scene).contains(n)) {
                blocks.add(new Block.Heading(Limits.fit(questions.get(n - 1), Limits.HEADING)));
                answers.forEach(answer -> blocks.add(new Block.Quote("", answer.value(), "")));
            }
        }
        return new Message(blocks);
    }

    private static boolean answered(Scene<?, ?> scene, String owner) {
        return scene.here().owner(owner).all().stream()
                .anyMatch(entry -> entry.field().startsWith(ANSWER));
    }

    @Override
    public Message own(Scene<InvestigateContent, InvestigateDeal> scene, String person) {
        List<Block> blocks = new ArrayList<>();
        List<String> questions = questions(scene);
        for (int n = 1; n <= questions.size(); n++) {
            String question = questions.get(n - 1);
            scene.here()
                    .value(scene.sharedOwner(person), ANSWER + n)
                    .ifPresent(answer -> blocks.add(new Block.Quote(question, answer, "")));
        }
        return new Message(blocks);
    }

    /** Once their own answer is kept, somebody sees what their partners wrote, or until those have, what somebody else did. */
    @Override
    public Message alone(Scene<InvestigateContent, InvestigateDeal> scene, String person) {
        Message mine = own(scene, person);
        List<Block> blocks = new ArrayList<>();
        new Instead(scene).why("member").ifPresent(blocks::add);
        for (Block block : room(scene).blocks()) {
            if (!(block instanceof Block.Progress)) {
                blocks.add(block);
            }
        }
        if (!mine.isEmpty()) {
            blocks.add(new Block.Labelled(scene.say("investigate.mine"), ""));
            blocks.addAll(mine.blocks());
            blocks.addAll(others(scene, person));
        }
        return new Message(blocks);
    }

    /** Whoever leads a club may ask another question than the upvotes chose, or than they chose themselves. */
    @Override
    public Message console(Scene<InvestigateContent, InvestigateDeal> scene) {
        return new Instead(scene).console();
    }

    @Override
    public Outcome pick(Scene<InvestigateContent, InvestigateDeal> scene, Actor actor, Interaction.Pick pick) {
        return new Instead(scene).pick(actor, pick);
    }

    private List<Block> others(Scene<InvestigateContent, InvestigateDeal> scene, String person) {
        List<Block> blocks = new ArrayList<>();
        List<String> partners = scene.roster().partners(scene.step().pairing(), person);
        for (String partner : partners) {
            Message theirs = own(scene, partner);
            if (!theirs.isEmpty()) {
                blocks.add(new Block.Labelled(
                        scene.say("investigate.partner", scene.roster().name(partner)), ""));
                blocks.addAll(theirs.blocks());
            }
        }
        if (blocks.isEmpty()) {
            somebody(scene, person, partners).ifPresent(other -> {
                blocks.add(new Block.Labelled(scene.say("investigate.somebody", partners.size()), ""));
                blocks.addAll(own(scene, other).blocks());
            });
        }
        return blocks;
    }

    /** Somebody who takes part and has answered, always the same for one person while nobody's answer is erased. */
    private static Optional<String> somebody(
            Scene<InvestigateContent, InvestigateDeal> scene, String person, List<String> partners) {
        return scene.roster().students().stream()
                .map(Participant::id)
                .filter(other -> !other.equals(person) && !partners.contains(other) && answered(scene, other))
                .min(Comparator.comparing(other -> Code.ofName(scene.lesson(), person + "/" + other)));
    }

    @Override
    public String recall(Scene<InvestigateContent, InvestigateDeal> scene, Entry entry) {
        List<String> questions = questions(scene);
        if (entry.field().equals(InvestigateDeal.INSTEAD)) {
            int now = scene.deal().places(scene.here()).get(0);
            return scene.say("investigate.asked-instead", questions.get(now - 1));
        }
        int place = Integer.parseInt(entry.field().substring(ANSWER.length()));
        String question = place <= questions.size() ? questions.get(place - 1) : scene.say("question.gone");
        return scene.say("investigate.recall", Parts.title(question), entry.value());
    }

    @Override
    public Outcome press(Scene<InvestigateContent, InvestigateDeal> scene, Actor actor, Interaction.Press press) {
        if (!press.action().verb().equals(WRITE)) {
            return new Instead(scene).press(actor, press);
        }
        return scene.open()
                ? Outcome.reply(new Reply.OpenForm(form(scene, actor)))
                : Outcome.whisper(scene.say("late"));
    }

    @Override
    public Outcome submit(Scene<InvestigateContent, InvestigateDeal> scene, Actor actor, Interaction.Submit submit) {
        if (!submit.action().verb().equals(WRITE)) {
            return Outcome.SILENT;
        }
        return scene.open() ? written(scene, actor, submit) : Outcome.whisper(scene.say("late"));
    }

    private static Form form(Scene<InvestigateContent, InvestigateDeal> scene, Actor actor) {
        String owner = scene.sharedOwner(actor.id());
        List<Form.Field> fields = new ArrayList<>();
        List<String> questions = questions(scene);
        for (int n : places(scene)) {
            fields.add(Form.Field.text(
                    ANSWER + n,
                    label(questions.get(n - 1)),
                    Limits.fit(scene.say("investigate.hint"), Limits.FIELD_HINT),
                    scene.here().value(owner, ANSWER + n).orElse(""),
                    false,
                    LIMIT));
        }
        String mark = Edit.mark(scene, fields.stream().map(Form.Field::value).toArray(String[]::new));
        return new Form(scene.action(WRITE, mark), scene.say("investigate.title"), fields, scene.say("send"))
                .withAbout(places(scene).stream()
                        .map(place -> questions.get(place - 1))
                        .collect(Collectors.joining("\n\n")));
    }

    private static String label(String question) {
        return Limits.fit(question, Limits.FIELD_LABEL);
    }

    /** The places of a form: of another question where that was asked when it was opened. What was written to it is kept with it. */
    private static List<Integer> sent(Scene<InvestigateContent, InvestigateDeal> scene, Interaction.Submit submit) {
        List<Integer> filled = IntStream.rangeClosed(1, questions(scene).size())
                .filter(place -> !submit.value(ANSWER + place).isBlank())
                .boxed()
                .toList();
        return places(scene).containsAll(filled) ? places(scene) : filled;
    }

    private static Outcome written(
            Scene<InvestigateContent, InvestigateDeal> scene, Actor actor, Interaction.Submit submit) {
        List<Edit.Field> answers = new ArrayList<>();
        Map<String, String> faults = new HashMap<>();
        List<String> questions = questions(scene);
        for (int n : sent(scene, submit)) {
            String answer = submit.value(ANSWER + n);
            if (answer.length() > LIMIT) {
                faults.put(ANSWER + n, scene.say("too-long", LIMIT));
            }
            answers.add(new Edit.Field(ANSWER + n, label(questions.get(n - 1)), answer));
        }
        if (!faults.isEmpty()) {
            return Outcome.reply(new Reply.FixForm(faults));
        }
        return Edit.of(
                        scene,
                        actor,
                        scene.sharedOwner(actor.id()),
                        submit.action().argument(),
                        answers)
                .outcome(scene, scene.say("investigate.receipt"), scene.button(WRITE, "", scene.say("edit.again")));
    }
}

package org.lessonbot.activity.shareout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lessonbot.activity.Activity;
import org.lessonbot.activity.Actor;
import org.lessonbot.activity.Code;
import org.lessonbot.activity.ConsoleList;
import org.lessonbot.activity.Dealing;
import org.lessonbot.activity.Dealt;
import org.lessonbot.activity.Move;
import org.lessonbot.activity.Outcome;
import org.lessonbot.activity.Scene;
import org.lessonbot.activity.Traits;
import org.lessonbot.activity.investigate.InvestigateDeal;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Lists;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Option;
import org.lessonbot.chat.Reply;
import org.lessonbot.lesson.Group;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Round;

/** The pairs' answers, one at a time: pairs with different answers first, or whom the teacher picks. */
public final class ShareOut implements Activity<ShareContent, ShareDeal> {
    private static final String CALL = "call";

    @Override
    public Traits<ShareContent, ShareDeal> traits() {
        return Traits.of("shareout", ShareContent.class, ShareDeal.class)
                .fromStepsOf("questions", "board", "investigate", "shareout")
                .withThread();
    }

    /** @param request a pair's number, or an owner */
    @Override
    public Optional<ShareDeal> deal(Dealing<ShareContent, ShareDeal> dealing, String request, RandomGenerator random) {
        Optional<Answers> last = latest(dealing.all(InvestigateDeal.class))
                .map(dealt -> Answers.of(dealing.lesson(), dealing.plan(), dealing.entries(), dealt, ""));
        if (last.isEmpty()) {
            return Optional.empty();
        }
        Answers answers = last.get();
        List<String> spoken = dealing.earlier(ShareDeal.class).stream()
                .map(ShareDeal::speaker)
                .toList();
        String wanted = request.matches("[1-9]\\d{0,3}") ? Group.owner(Integer.parseInt(request)) : request;
        Optional<String> owner = wanted.isEmpty()
                ? answers.next(spoken)
                : Optional.of(wanted).filter(one -> !answers.of(one).isEmpty());
        Round round = answers.round();
        return owner.map(one -> new ShareDeal(round.step(), round.number(), answers.code(one)));
    }

    /** What was read out stands where it was answered. */
    @Override
    public Message report(Scene<ShareContent, ShareDeal> scene) {
        return Message.of();
    }

    @Override
    public Message console(Scene<ShareContent, ShareDeal> scene) {
        return scene.alone() ? Message.of() : new Message(ConsoleList.onConsole(scene, List.of(list(scene))));
    }

    @Override
    public Message room(Scene<ShareContent, ShareDeal> scene) {
        // Nobody stands up in a club: what is read there is read without a name.
        return scene.alone()
                ? read(scene, scene.say("shareout.somebody"), scene.content().ask())
                : read(
                        scene,
                        scene.say("shareout.turn", speaker(scene, scene.deal().speaker())),
                        scene.content().ask());
    }

    @Override
    public Message alone(Scene<ShareContent, ShareDeal> scene, String person) {
        boolean mine = Code.ofName(scene.lesson(), person).equals(scene.deal().speaker());
        return mine ? read(scene, scene.say("shareout.mine"), "") : room(scene);
    }

    private static Message read(Scene<ShareContent, ShareDeal> scene, String above, String below) {
        ShareDeal deal = scene.deal();
        List<Answers.Answer> answers = scene.all(InvestigateDeal.class).stream()
                .filter(dealt -> dealt.round().step().equals(deal.step())
                        && dealt.round().number() == deal.round())
                .findFirst()
                .map(dealt -> answers(scene, dealt).ofSpeaker(deal.speaker()))
                .orElse(List.of());
        if (answers.isEmpty()) {
            return Message.text(scene.say("shareout.gone"));
        }
        List<Block> blocks = new ArrayList<>(List.of(new Block.Text(above)));
        answers.forEach(answer -> blocks.add(new Block.Quote(answer.question(), answer.answer(), "")));
        if (!below.isEmpty()) {
            blocks.add(new Block.Text(below));
        }
        return new Message(blocks);
    }

    private static ConsoleList list(Scene<ShareContent, ShareDeal> scene) {
        Answers answers = latest(scene);
        List<String> spoken = scene.all(ShareDeal.class).stream()
                .map(dealt -> dealt.deal().speaker())
                .toList();
        List<Option> options = answers.byOwner().keySet().stream()
                .filter(owner -> !spoken.contains(answers.code(owner)))
                .sorted(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                .map(owner -> new Option(owner, Limits.fit(name(scene, owner), Limits.BUTTON_LABEL)))
                .toList();
        return new ConsoleList(CALL, new Lists(scene.say("shareout.call"), options, 1, 1));
    }

    /** What was answered in the last investigation; a share-out is dealt only when there was one. */
    private static Answers latest(Scene<ShareContent, ShareDeal> scene) {
        return latest(scene.all(InvestigateDeal.class))
                .map(dealt -> answers(scene, dealt))
                .orElseThrow();
    }

    private static Optional<Dealt<InvestigateDeal>> latest(List<Dealt<InvestigateDeal>> investigations) {
        return investigations.stream().reduce((earlier, later) -> later);
    }

    private static Answers answers(Scene<?, ?> scene, Dealt<InvestigateDeal> dealt) {
        return Answers.of(scene.lesson(), scene.plan(), scene.entries(), dealt, scene.say("question.gone"));
    }

    private static String speaker(Scene<?, ?> scene, String code) {
        return Stream.concat(
                        scene.roster().groups().stream().map(Group::owner),
                        scene.roster().participants().stream().map(Participant::id))
                .filter(owner -> Code.ofName(scene.lesson(), owner).equals(code))
                .findFirst()
                .map(owner -> name(scene, owner))
                .orElse("");
    }

    /** The names of those who share out: they stand up anyway, and it is no vote. */
    private static String name(Scene<?, ?> scene, String owner) {
        return scene.roster().groups().stream()
                .filter(group -> group.pairing() == scene.step().pairing()
                        && group.owner().equals(owner))
                .findFirst()
                .map(group -> scene.say(
                        "shareout.pair",
                        group.number(),
                        group.members().stream().map(scene.roster()::name).collect(Collectors.joining(", "))))
                .orElse(scene.roster().name(owner));
    }

    @Override
    public Outcome press(Scene<ShareContent, ShareDeal> scene, Actor actor, Interaction.Press press) {
        return ConsoleList.opened(
                        scene,
                        actor,
                        press,
                        asked -> asked.verb().equals(CALL) ? Optional.of(list(scene)) : Optional.empty())
                .orElse(Outcome.SILENT);
    }

    @Override
    public Outcome pick(Scene<ShareContent, ShareDeal> scene, Actor actor, Interaction.Pick pick) {
        if (!pick.action().verb().equals(CALL)) {
            return Outcome.SILENT;
        }
        if (!actor.teacher()) {
            return Outcome.whisper(scene.say("refused.teacher"));
        }
        if (pick.values().size() != 1 || latest(scene).of(pick.values().get(0)).isEmpty()) {
            return Outcome.whisper(scene.say("refused.unknown"));
        }
        return Outcome.move(new Move.Again(pick.values().get(0)), Reply.SILENT);
    }
}

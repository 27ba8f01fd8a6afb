package org.lessonbot.activity.investigate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lessonbot.activity.Actor;
import org.lessonbot.activity.ConsoleList;
import org.lessonbot.activity.Keep;
import org.lessonbot.activity.Outcome;
import org.lessonbot.activity.Scene;
import org.lessonbot.activity.board.Posted;
import org.lessonbot.activity.board.QuestionBoard;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Lists;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Option;
import org.lessonbot.chat.Reply;

/** In a club, how its question was chosen, and how whoever leads has another one asked. A class is led to the next round for that. */
record Instead(Scene<InvestigateContent, InvestigateDeal> scene) {
    /** Nobody changes their mind so often; and an entry holds only so much. */
    private static final int MOST = 20;

    private boolean possible() {
        return scene.alone() && scene.deal().asked().isEmpty();
    }

    /**
     * What is to be said of how the question was chosen; nothing where whoever leads chose in time.
     *
     * @param whom leader or member
     */
    Optional<Block> why(String whom) {
        if (!possible()) {
            return Optional.empty();
        }
        if (!InvestigateDeal.instead(scene.here()).isEmpty()) {
            return Optional.of(new Block.Text(scene.say("investigate.instead", whom)));
        }
        QuestionBoard board = Investigate.board(scene);
        boolean chosen = scene.deal().codes().stream()
                .anyMatch(code -> board.find(code).filter(Posted::chosen).isPresent());
        return chosen ? Optional.empty() : Optional.of(new Block.Text(scene.say("investigate.by-votes", whom)));
    }

    Message console() {
        if (!possible()) {
            return Message.of();
        }
        List<Block> blocks = new ArrayList<>();
        why("leader").ifPresent(blocks::add);
        now().forEach(question -> blocks.add(new Block.Quote("", question, "")));
        blocks.addAll(ConsoleList.onConsole(scene, List.of(list())));
        return new Message(blocks);
    }

    private List<String> now() {
        List<String> questions = Investigate.questions(scene);
        return Investigate.places(scene).stream()
                .map(place -> questions.get(place - 1))
                .toList();
    }

    private ConsoleList list() {
        List<String> now = now();
        List<Option> options = Investigate.board(scene).visible().stream()
                .filter(posted -> !now.contains(posted.text()))
                .map(posted -> new Option(posted.code(), Limits.fit(posted.text(), Limits.BUTTON_LABEL)))
                .toList();
        return new ConsoleList(
                InvestigateDeal.INSTEAD, new Lists(scene.say("investigate.choose-instead"), options, 1, 1));
    }

    Outcome press(Actor actor, Interaction.Press press) {
        return ConsoleList.opened(
                        scene,
                        actor,
                        press,
                        asked -> possible() && asked.verb().equals(InvestigateDeal.INSTEAD)
                                ? Optional.of(list())
                                : Optional.empty())
                .orElse(Outcome.SILENT);
    }

    Outcome pick(Actor actor, Interaction.Pick pick) {
        if (!pick.action().verb().equals(InvestigateDeal.INSTEAD)) {
            return Outcome.SILENT;
        }
        if (!actor.teacher()) {
            return Outcome.whisper(scene.say("refused.teacher"));
        }
        if (!scene.open()) {
            return Outcome.whisper(scene.say("late"));
        }
        Optional<Posted> wanted = pick.values().size() == 1 && possible()
                ? Investigate.board(scene).find(pick.values().get(0))
                : Optional.empty();
        List<String> before = InvestigateDeal.instead(scene.here());
        if (wanted.isEmpty() || before.size() >= MOST) {
            return Outcome.whisper(scene.say(wanted.isEmpty() ? "refused.unknown" : "investigate.enough"));
        }
        Reply asked = Reply.whisper(
                scene.say("investigate.asked-instead", wanted.get().text()));
        if (now().equals(List.of(wanted.get().text()))) {
            return Outcome.reply(asked);
        }
        List<String> after = new ArrayList<>(before);
        after.add(wanted.get().code());
        Keep keep =
                Keep.instead(Keep.TEACHERS, InvestigateDeal.INSTEAD, String.join(" ", after), String.join(" ", before));
        return Outcome.keep(List.of(keep), asked);
    }
}

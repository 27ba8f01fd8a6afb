package org.lessonbot.activity.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.lessonbot.activity.Activity;
import org.lessonbot.activity.Actor;
import org.lessonbot.activity.Dealing;
import org.lessonbot.activity.Keep;
import org.lessonbot.activity.NoDeal;
import org.lessonbot.activity.Outcome;
import org.lessonbot.activity.Reach;
import org.lessonbot.activity.Scene;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Viewer;

/**
 * Everybody's questions. One upvote each per question; a teacher hides, pins, merges and chooses.
 *
 * <p>An upvote's button says what it wants, up or down, and never "the other": delivered twice, it still counts once.
 */
public final class Board implements Activity<BoardContent, NoDeal> {
    static final String UP = "up";
    static final String DOWN = "down";
    static final String PAGE = "page";

    private static final String YES = "yes";

    @Override
    public String kind() {
        return "board";
    }

    @Override
    public Class<BoardContent> contentType() {
        return BoardContent.class;
    }

    @Override
    public Class<NoDeal> dealType() {
        return NoDeal.class;
    }

    @Override
    public Reach reach() {
        return Reach.LESSON;
    }

    @Override
    public Reach handleReach() {
        return Reach.LESSON;
    }

    @Override
    public Optional<NoDeal> deal(Dealing<BoardContent, NoDeal> dealing, String request, RandomGenerator random) {
        return dealing.once();
    }

    @Override
    public Message render(Scene<BoardContent, NoDeal> scene, Viewer viewer) {
        BoardView view = BoardView.of(scene);
        if (viewer instanceof Viewer.AtDesk) {
            return view.desk();
        }
        if (viewer instanceof Viewer.One one) {
            return view.page(one.person(), 1);
        }
        return view.room();
    }

    @Override
    public Outcome handle(Scene<BoardContent, NoDeal> scene, Actor actor, Interaction.Act act) {
        if (act instanceof Interaction.Press press) {
            String argument = press.action().argument();
            return switch (press.action().verb()) {
                case UP -> vote(scene, actor, argument, YES);
                case DOWN -> vote(scene, actor, argument, "");
                case PAGE -> Outcome.reply(Reply.whisper(BoardView.of(scene).page(actor.id(), page(argument))));
                default -> Outcome.reply(Reply.SILENT);
            };
        }
        if (act instanceof Interaction.Pick pick) {
            return decide(scene, actor, pick);
        }
        return Outcome.reply(Reply.SILENT);
    }

    /** @param argument the question's code, and on a page of the whole board that page's number behind a slash */
    private static Outcome vote(Scene<BoardContent, NoDeal> scene, Actor actor, String argument, String value) {
        String[] parts = argument.split("/", 2);
        BoardView view = BoardView.of(scene);
        if (view.board().find(parts[0]).isEmpty()) {
            return Outcome.whisper(scene.say("refused.unknown"));
        }
        if (!scene.open()) {
            return Outcome.whisper(scene.say("late"));
        }
        Keep keep = Keep.open(actor.id(), QuestionBoard.UP + parts[0], value);
        String receipt = scene.say(value.isEmpty() ? "board.taken-back" : "board.upvoted");
        Reply reply = parts.length == 2
                ? Reply.whisper(BoardView.of(scene.with(keep, actor)).page(actor.id(), page(parts[1])))
                : Reply.whisper(view.receipt(receipt, parts[0], !value.isEmpty()));
        return Outcome.keep(List.of(keep), reply);
    }

    private static int page(String text) {
        return text.matches("[1-9]\\d{0,2}") ? Integer.parseInt(text) : 1;
    }

    private static Outcome decide(Scene<BoardContent, NoDeal> scene, Actor actor, Interaction.Pick pick) {
        if (!actor.teacher()) {
            return Outcome.whisper(scene.say("refused.teacher"));
        }
        if (!scene.open()) {
            return Outcome.whisper(scene.say("late"));
        }
        QuestionBoard board = BoardView.of(scene).board();
        List<String> codes = pick.values();
        if (!codes.stream().allMatch(code -> board.find(code).isPresent())) {
            return Outcome.whisper(scene.say("refused.unknown"));
        }
        List<Keep> keeps = new ArrayList<>();
        switch (pick.action().verb()) {
            case "choose" -> state(QuestionBoard.CHOOSE, board, codes, keeps);
            case "pin" -> state(QuestionBoard.PIN, board, codes, keeps);
            case "hide" -> mark(QuestionBoard.HIDE, codes, YES, keeps);
            case "show" -> mark(QuestionBoard.HIDE, codes, "", keeps);
            case "merge" -> merge(board, codes, keeps);
            case "unmerge" -> mark(QuestionBoard.MERGE, codes, "", keeps);
            default -> {
                return Outcome.reply(Reply.SILENT);
            }
        }
        return Outcome.keep(keeps, Reply.SILENT);
    }

    /** What is picked is so, and what stands beside it is not: the same pick twice changes nothing. */
    private static void state(String field, QuestionBoard board, List<String> codes, List<Keep> keeps) {
        for (Posted posted : board.visible()) {
            boolean picked = codes.contains(posted.code());
            boolean was = field.equals(QuestionBoard.PIN) ? posted.pinned() : posted.chosen();
            if (picked || was) {
                keeps.add(Keep.open(Keep.DESK, field + posted.code(), picked ? YES : ""));
            }
        }
    }

    private static void mark(String field, List<String> codes, String value, List<Keep> keeps) {
        codes.forEach(code -> keeps.add(Keep.open(Keep.DESK, field + code, value)));
    }

    /** Into the one that stands highest on the board. */
    private static void merge(QuestionBoard board, List<String> codes, List<Keep> keeps) {
        List<String> picked = board.visible().stream()
                .map(Posted::code)
                .filter(codes::contains)
                .toList();
        picked.stream()
                .skip(1)
                .forEach(code -> keeps.add(Keep.open(Keep.DESK, QuestionBoard.MERGE + code, picked.get(0))));
    }
}

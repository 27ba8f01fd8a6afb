package org.lessonbot.activity.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.lessonbot.activity.Activity;
import org.lessonbot.activity.Actor;
import org.lessonbot.activity.ConsoleList;
import org.lessonbot.activity.Dealing;
import org.lessonbot.activity.Keep;
import org.lessonbot.activity.NoDeal;
import org.lessonbot.activity.Outcome;
import org.lessonbot.activity.Parts;
import org.lessonbot.activity.Scene;
import org.lessonbot.activity.Traits;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.lesson.Entry;

/**
 * Everybody's questions. One upvote each per question; a teacher hides, pins, merges and chooses.
 *
 * <p>An upvote's button says what it wants, up or down, and never "the other": delivered twice, it still counts once.
 */
public final class Board implements Activity<BoardContent, NoDeal> {
    static final String UP = "up";
    static final String DOWN = "down";

    /** What a teacher decides about questions, in the order in which it stands on the console. */
    static final List<String> DECISIONS =
            List.of("choose", "unchoose", "pin", "unpin", "hide", "merge", "show", "unmerge");

    private static final String YES = "yes";

    @Override
    public Traits<BoardContent, NoDeal> traits() {
        return Traits.of("board", BoardContent.class, NoDeal.class)
                .fromStepsOf("questions", "board")
                .alsoAfterwards(Parts.PAGE);
    }

    @Override
    public Optional<NoDeal> deal(Dealing<BoardContent, NoDeal> dealing, String request, RandomGenerator random) {
        return dealing.once();
    }

    @Override
    public Message room(Scene<BoardContent, NoDeal> scene) {
        return BoardView.of(scene).room();
    }

    @Override
    public Message own(Scene<BoardContent, NoDeal> scene, String person) {
        return BoardView.of(scene).page(person, 1);
    }

    /** The pages hold all questions, each with its button. */
    @Override
    public Message alone(Scene<BoardContent, NoDeal> scene, String person) {
        return own(scene, person);
    }

    /** All questions that the room may see. */
    @Override
    public Message report(Scene<BoardContent, NoDeal> scene) {
        return BoardView.of(scene).report();
    }

    @Override
    public Message console(Scene<BoardContent, NoDeal> scene) {
        return BoardView.of(scene).console();
    }

    @Override
    public String recall(Scene<BoardContent, NoDeal> scene, Entry entry) {
        return BoardView.of(scene).recall(entry);
    }

    @Override
    public Outcome press(Scene<BoardContent, NoDeal> scene, Actor actor, Interaction.Press press) {
        String argument = press.action().argument();
        return switch (press.action().verb()) {
            case UP -> vote(scene, actor, argument, YES);
            case DOWN -> vote(scene, actor, argument, "");
            case Parts.PAGE -> Outcome.reply(Reply.whisper(BoardView.of(scene).page(actor.id(), Parts.page(argument))));
            default -> list(scene, actor, press);
        };
    }

    private static Outcome list(Scene<BoardContent, NoDeal> scene, Actor actor, Interaction.Press press) {
        return ConsoleList.opened(scene, actor, press, asked -> {
                    String verb = asked.verb().equals("stays") ? "merge" : asked.verb();
                    return BoardView.of(scene).list(verb, asked.about());
                })
                .orElse(Outcome.SILENT);
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
        String receipt = scene.say(value.isEmpty() ? "board.taken-back" : "board.upvoted", view.question(parts[0]));
        Reply reply = parts.length == 2
                ? Reply.whisper(BoardView.of(scene.with(keep, actor)).page(actor.id(), Parts.page(parts[1])))
                : Reply.whisper(view.receipt(receipt, parts[0], !value.isEmpty()));
        return Outcome.keep(List.of(keep), reply);
    }

    @Override
    public Outcome pick(Scene<BoardContent, NoDeal> scene, Actor actor, Interaction.Pick pick) {
        if (!actor.teacher()) {
            return Outcome.whisper(scene.say("refused.teacher"));
        }
        if (!scene.open()) {
            return Outcome.whisper(scene.say("late"));
        }
        BoardView view = BoardView.of(scene);
        QuestionBoard board = view.board();
        Optional<ConsoleList.Asked> page = ConsoleList.asked(pick);
        List<String> codes = pick.values();
        if (!codes.stream().allMatch(code -> board.find(code).isPresent())) {
            return Outcome.whisper(scene.say("refused.unknown"));
        }
        List<Keep> keeps = new ArrayList<>();
        switch (pick.action().verb()) {
            case "choose" -> {
                if (codes.stream().filter(code -> !chosen(board, code)).count() > view.left()) {
                    return Outcome.whisper(scene.say("board.chosen-enough"));
                }
                mark(QuestionBoard.CHOOSE, codes, YES, keeps);
            }
            case "unchoose" -> mark(QuestionBoard.CHOOSE, codes, "", keeps);
            case "pin" -> mark(QuestionBoard.PIN, codes, YES, keeps);
            case "unpin" -> mark(QuestionBoard.PIN, codes, "", keeps);
            case "stays" -> {
                return view.list("merge", String.join("", codes))
                        .map(list -> Outcome.reply(Reply.whisper(list.page(scene, 0))))
                        .orElseThrow();
            }
            case "hide" -> mark(QuestionBoard.HIDE, codes, YES, keeps);
            case "show" -> mark(QuestionBoard.HIDE, codes, "", keeps);
            case "merge" -> {
                String stays = page.map(ConsoleList.Asked::about).orElse("");
                if (!stays.isEmpty() && board.find(stays).isEmpty()) {
                    return Outcome.whisper(scene.say("refused.unknown"));
                }
                merge(board, codes, stays, keeps);
            }
            case "unmerge" -> mark(QuestionBoard.MERGE, codes, "", keeps);
            default -> {
                return Outcome.SILENT;
            }
        }
        return Outcome.keep(
                keeps, page.map(asked -> after(scene, actor, keeps, asked)).orElse(Reply.SILENT));
    }

    /** The page from which something was picked, as it is once that is kept. */
    private static Reply after(
            Scene<BoardContent, NoDeal> scene, Actor actor, List<Keep> keeps, ConsoleList.Asked asked) {
        Scene<BoardContent, NoDeal> after = scene;
        for (Keep keep : keeps) {
            after = after.with(keep, actor);
        }
        Message page = BoardView.of(after)
                .list(asked.verb(), asked.about())
                .map(list -> list.page(scene, asked.from()))
                .orElse(Message.of());
        return Reply.whisper(Message.text(scene.say("board.done")).then(page));
    }

    private static boolean chosen(QuestionBoard board, String code) {
        return board.find(code).filter(Posted::chosen).isPresent();
    }

    private static void mark(String field, List<String> codes, String value, List<Keep> keeps) {
        codes.forEach(code -> keeps.add(Keep.open(Keep.TEACHERS, field + code, value)));
    }

    /** @param stays the one that the others become part of; if empty, the one of them that stands highest on the board */
    private static void merge(QuestionBoard board, List<String> codes, String stays, List<Keep> keeps) {
        List<String> picked = board.visible().stream()
                .map(Posted::code)
                .filter(codes::contains)
                .toList();
        if (!picked.isEmpty()) {
            String into = stays.isEmpty() ? picked.get(0) : stays;
            picked.stream()
                    .filter(code -> !code.equals(into))
                    .forEach(code -> keeps.add(Keep.open(Keep.TEACHERS, QuestionBoard.MERGE + code, into)));
        }
    }
}

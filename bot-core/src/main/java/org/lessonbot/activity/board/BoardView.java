package org.lessonbot.activity.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lessonbot.activity.ConsoleList;
import org.lessonbot.activity.Parts;
import org.lessonbot.activity.Scene;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Lists;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Option;
import org.lessonbot.lesson.Entry;

/** What is seen of the board. */
record BoardView(Scene<BoardContent, ?> scene, QuestionBoard board) {
    /** Questions in the room's post and on one page of the whole board. */
    static final int ROWS = 8;

    private static final int CHOSEN_AT_MOST = 3;
    private static final int MERGED_AT_ONCE = 5;

    static BoardView of(Scene<BoardContent, ?> scene) {
        return new BoardView(scene, QuestionBoard.of(scene.lesson(), scene.plan(), scene.entries()));
    }

    Message room() {
        List<Block> blocks =
                new ArrayList<>(List.of(new Block.Text(scene.content().ask())));
        board.visible().stream()
                .limit(ROWS)
                .map(posted -> new Block.Row(posted.text(), note(posted), up(posted.code())))
                .forEach(blocks::add);
        if (board.visible().size() > ROWS) {
            blocks.add(
                    new Block.Footnote(scene.say("board.more", board.visible().size() - ROWS)));
        }
        blocks.add(Block.Buttons.of(scene.button(Parts.PAGE, "1", scene.say("board.all"))));
        return new Message(blocks);
    }

    Message report() {
        return new Message(board.visible().stream()
                .<Block>map(posted -> new Block.Row(posted.text(), note(posted), up(posted.code())))
                .toList());
    }

    /** One page of the whole board for one person, with their own upvotes; a question stays on its page whoever votes. */
    Message page(String person, int wanted) {
        int pages = Math.max(1, (board.visible().size() + ROWS - 1) / ROWS);
        int page = Math.min(wanted, pages);
        List<Block> blocks = new ArrayList<>(List.of(new Block.Text(scene.say("board.page", page, pages))));
        board.steady().stream().skip((page - 1L) * ROWS).limit(ROWS).forEach(posted -> {
            boolean mine = posted.upvoters().contains(person);
            String argument = posted.code() + "/" + page;
            Button button = mine
                    ? scene.button(Board.DOWN, argument, scene.say("board.down"))
                    : scene.button(Board.UP, argument, scene.say("board.up"));
            blocks.add(new Block.Row(posted.text(), note(posted), button.enabled(scene.open())));
        });
        blocks.addAll(Parts.turning(scene, page, pages));
        return new Message(blocks);
    }

    /** What was done, and the button that undoes it. */
    Message receipt(String text, String code, boolean up) {
        Button undo = up ? scene.button(Board.DOWN, code, scene.say("board.down")) : up(code);
        return Message.of(new Block.Text(text), Block.Buttons.of(undo));
    }

    /** The question that goes by this code. */
    String question(String code) {
        return board.find(code).map(Posted::text).orElse(scene.say("question.gone"));
    }

    /** An upvote or a teacher's decision, in words. */
    String recall(Entry entry) {
        String[] what = entry.field().split("-", 2);
        return scene.say("board.recall", what[0], question(what[1]));
    }

    /** Where the teacher sorts the board out. */
    Message console() {
        List<Block> blocks = new ArrayList<>(ConsoleList.onConsole(
                scene,
                Board.DECISIONS.stream()
                        .map(verb -> list(verb, ""))
                        .flatMap(Optional::stream)
                        .toList()));
        if (!board.merged().isEmpty()) {
            blocks.add(new Block.Text(scene.say("board.merged", board.merged().size())));
        }
        List<String> chosen = board.visible().stream()
                .filter(Posted::chosen)
                .map(Posted::text)
                .toList();
        if (!chosen.isEmpty()) {
            blocks.add(new Block.Text(scene.say("board.chosen-are")));
            blocks.add(new Block.Items(chosen));
        } else if (scene.alone()) {
            blocks.add(new Block.Text(scene.say("board.votes-choose")));
        }
        return new Message(blocks);
    }

    /**
     * What can be picked for a decision; nothing if there is no such decision to be made.
     *
     * @param stays the question that others are merged into, where one was picked for that
     */
    Optional<ConsoleList> list(String verb, String stays) {
        return switch (verb) {
            case "choose" ->
                left() == 0 ? Optional.empty() : list(verb, board.visible(), posted -> !posted.chosen(), left());
            case "unchoose" -> list(verb, board.visible(), Posted::chosen, Limits.OPTIONS);
            case "pin" -> list(verb, board.visible(), posted -> !posted.pinned(), Limits.OPTIONS);
            case "unpin" -> list(verb, board.visible(), Posted::pinned, Limits.OPTIONS);
            case "hide" -> list(verb, board.visible(), posted -> true, Limits.OPTIONS);
            case "merge" -> Optional.of(merge(stays));
            case "show" -> list(verb, board.hidden(), posted -> true, Limits.OPTIONS);
            case "unmerge" -> list(verb, board.merged(), posted -> true, Limits.OPTIONS);
            default -> Optional.empty();
        };
    }

    /** How many more may be chosen. */
    int left() {
        long chosen = board.visible().stream().filter(Posted::chosen).count();
        return (int) Math.max(0, CHOSEN_AT_MOST - chosen);
    }

    /** All at once where one list holds them; else first the one that stays, then those that are merged into it. */
    private ConsoleList merge(String stays) {
        List<Option> options = options(board.visible(), posted -> !posted.code().equals(stays));
        Lists all = new Lists(scene.say("board.merge"), options, 2, MERGED_AT_ONCE);
        if (all.isOne() && stays.isEmpty()) {
            return new ConsoleList("merge", all);
        }
        return board.find(stays)
                .map(kept -> new ConsoleList(
                        "merge",
                        stays,
                        new Lists(
                                scene.say("board.merge-into", Limits.fit(kept.text(), Limits.BUTTON_LABEL)),
                                options,
                                1,
                                Limits.OPTIONS)))
                .orElseGet(() -> new ConsoleList("stays", new Lists(scene.say("board.stays"), options, 1, 1)));
    }

    private Optional<ConsoleList> list(String verb, List<Posted> posted, Predicate<Posted> which, int most) {
        return Optional.of(
                new ConsoleList(verb, new Lists(scene.say("board." + verb), options(posted, which), 1, most)));
    }

    private static List<Option> options(List<Posted> posted, Predicate<Posted> which) {
        return posted.stream()
                .filter(which)
                .map(one -> new Option(one.code(), Limits.fit(one.text(), Limits.BUTTON_LABEL)))
                .toList();
    }

    private Button up(String code) {
        return scene.button(Board.UP, code, scene.say("board.up")).enabled(scene.open());
    }

    private String note(Posted posted) {
        List<String> notes = new ArrayList<>(List.of(scene.say("board.votes", posted.upvotes())));
        if (posted.pinned()) {
            notes.add(scene.say("board.pinned"));
        }
        if (posted.chosen()) {
            notes.add(scene.say("board.chosen"));
        }
        return String.join(" · ", notes);
    }
}

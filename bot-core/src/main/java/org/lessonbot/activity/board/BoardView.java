package org.lessonbot.activity.board;

import java.util.ArrayList;
import java.util.List;
import org.lessonbot.activity.Scene;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Option;

/** What is seen of the board. */
record BoardView(Scene<BoardContent, ?> scene, QuestionBoard board) {
    /** Questions in the room's post and on one page of the whole board. */
    static final int ROWS = 8;

    private static final int CHOSEN_AT_ONCE = 3;
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
        blocks.add(Block.Buttons.of(scene.button(Board.PAGE, "1", scene.say("board.all"))));
        return new Message(blocks);
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
        if (pages > 1) {
            blocks.add(Block.Buttons.of(
                    scene.button(Board.PAGE, String.valueOf(page - 1), scene.say("board.before"))
                            .enabled(page > 1),
                    scene.button(Board.PAGE, String.valueOf(page + 1), scene.say("board.after"))
                            .enabled(page < pages)));
        }
        return new Message(blocks);
    }

    /** What was done, and the button that undoes it. */
    Message receipt(String text, String code, boolean up) {
        Button undo = up ? scene.button(Board.DOWN, code, scene.say("board.down")) : up(code);
        return Message.of(new Block.Text(text), Block.Buttons.of(undo));
    }

    /** Where the teacher sorts the board out. */
    Message desk() {
        List<Block> blocks = new ArrayList<>();
        picker("choose", scene.say("board.choose"), board.visible(), 0, CHOSEN_AT_ONCE, blocks);
        picker("pin", scene.say("board.pin"), board.visible(), 0, Limits.OPTIONS, blocks);
        picker("hide", scene.say("board.hide"), board.visible(), 1, Limits.OPTIONS, blocks);
        picker("merge", scene.say("board.merge"), board.visible(), 2, MERGED_AT_ONCE, blocks);
        picker("show", scene.say("board.show"), board.hidden(), 1, Limits.OPTIONS, blocks);
        picker("unmerge", scene.say("board.unmerge"), board.merged(), 1, Limits.OPTIONS, blocks);
        List<String> chosen = board.visible().stream()
                .filter(Posted::chosen)
                .map(Posted::text)
                .toList();
        if (!chosen.isEmpty()) {
            blocks.add(new Block.Text(scene.say("board.chosen-are")));
            blocks.add(new Block.Items(chosen));
        }
        return new Message(blocks);
    }

    private void picker(String verb, String label, List<Posted> posted, int min, int most, List<Block> blocks) {
        List<Option> options = posted.stream()
                .limit(Limits.OPTIONS)
                .map(one -> new Option(one.code(), Limits.fit(one.text(), Limits.BUTTON_LABEL)))
                .toList();
        if (options.size() >= Math.max(1, min)) {
            blocks.add(new Block.Picker(label, scene.action(verb, ""), options, min, Math.min(most, options.size())));
        }
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

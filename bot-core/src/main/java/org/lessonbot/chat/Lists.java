package org.lessonbot.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Options to pick from, however many: as lists of {@link Limits#OPTIONS}, several in one message, and pages of them.
 *
 * @param label what is picked
 * @param min how many must be picked from one list
 * @param max how many may be
 */
public record Lists(String label, List<Option> options, int min, int max) {
    /** More in one message would leave no room for what stands beside them. */
    private static final int ON_A_PAGE = 8;

    public Lists {
        options = List.copyOf(options);
    }

    /** Whether one list holds them all. */
    public boolean isOne() {
        return options.size() <= Limits.OPTIONS;
    }

    /** All options as one list. */
    public Block.Picker picker(Action pick) {
        return picker(label, options, pick);
    }

    /**
     * The lists of one page, each under an action of its own, and buttons to the other pages.
     *
     * @param from the number of an option on it, from 0; the last page if there are not so many
     * @param pick by the number of a list's first option
     * @param turn by the number of a page's first option
     */
    public List<Block> page(Words words, int from, IntFunction<Action> pick, IntFunction<Action> turn) {
        int size = ON_A_PAGE * Limits.OPTIONS;
        int start = Math.max(0, Math.min(from, options.size() - 1)) / size * size;
        int end = Math.min(start + size, options.size());
        List<Block> blocks = new ArrayList<>();
        for (int first = start; first < end; first += Limits.OPTIONS) {
            List<Option> some = options.subList(first, Math.min(first + Limits.OPTIONS, end));
            String named = isOne() ? label : words.say("list.part", label, first + 1, first + some.size());
            blocks.add(picker(named, some, pick.apply(first)));
        }
        if (options.size() > size) {
            blocks.add(Block.Buttons.of(
                    Button.plain(turn.apply(Math.max(0, start - size)), words.say("list.before"))
                            .enabled(start > 0),
                    Button.plain(turn.apply(start + size), words.say("list.after"))
                            .enabled(end < options.size())));
        }
        return blocks;
    }

    private Block.Picker picker(String named, List<Option> some, Action pick) {
        return new Block.Picker(named, pick, some, Math.min(min, some.size()), Math.min(max, some.size()));
    }
}

package org.lessonbot.activity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Lists;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;

/**
 * A list on the console from which a teacher picks. It stands there while it is short; a longer one is a button there, and comes
 * by pages to whoever presses it. What is picked from those has an argument, and is answered with the page as it is then.
 *
 * @param verb what is picked for
 * @param about goes along with every pick; may be empty
 */
public record ConsoleList(String verb, String about, Lists lists) {
    private static final String OPEN = "list";

    public ConsoleList(String verb, Lists lists) {
        this(verb, "", lists);
    }

    /** What stands on the console: the lists that have anything in them, then the buttons for the long ones. */
    public static List<Block> onConsole(Scene<?, ?> scene, List<ConsoleList> all) {
        List<Block> blocks = new ArrayList<>();
        List<Button> buttons = new ArrayList<>();
        for (ConsoleList list : all) {
            if (!list.lists.isOne()) {
                buttons.add(scene.button(
                        OPEN, list.argument(0), Limits.fit(list.lists.label() + " …", Limits.BUTTON_LABEL)));
            } else if (list.lists.options().size() >= Math.max(1, list.lists.min())) {
                blocks.add(list.lists.picker(scene.action(list.verb, "")));
            }
        }
        for (int row = 0; row < buttons.size(); row += Limits.BUTTONS_IN_ROW) {
            blocks.add(new Block.Buttons(buttons.subList(row, Math.min(row + Limits.BUTTONS_IN_ROW, buttons.size()))));
        }
        return blocks;
    }

    /**
     * What follows if this button opens such a list or turns its pages; nothing if it is about something else.
     *
     * @param find the list for a verb, and for what goes along with it
     */
    public static Optional<Outcome> opened(
            Scene<?, ?> scene, Actor actor, Interaction.Press press, Function<Asked, Optional<ConsoleList>> find) {
        if (!press.action().verb().equals(OPEN)) {
            return Optional.empty();
        }
        if (!actor.teacher()) {
            return Optional.of(Outcome.whisper(scene.say("refused.teacher")));
        }
        String[] verb = press.action().argument().split("/", 2);
        Asked asked = verb.length == 2 ? asked(verb[0], verb[1]) : new Asked(verb[0], "", 0);
        return Optional.of(find.apply(asked)
                .map(list -> Outcome.reply(Reply.whisper(list.page(scene, asked.from))))
                .orElseGet(() -> Outcome.whisper(scene.say("refused.unknown"))));
    }

    /**
     * Which list is meant, and where in it somebody is.
     *
     * @param from the number of the first option they saw, from 0
     */
    public record Asked(String verb, String about, int from) {}

    /** What was picked from a page; nothing if it was picked from the console itself. */
    public static Optional<Asked> asked(Interaction.Pick pick) {
        String argument = pick.action().argument();
        return argument.isEmpty()
                ? Optional.empty()
                : Optional.of(asked(pick.action().verb(), argument));
    }

    private static Asked asked(String verb, String argument) {
        List<String> parts = Arrays.asList(argument.split("/", 2));
        int from = parts.get(0).matches("\\d{1,5}") ? Integer.parseInt(parts.get(0)) : 0;
        return new Asked(verb, parts.size() == 2 ? parts.get(1) : "", from);
    }

    /** The page that has this option on it. */
    public Message page(Scene<?, ?> scene, int from) {
        List<Block> blocks = lists.page(
                scene.words(),
                from,
                first -> scene.action(verb, about.isEmpty() ? Integer.toString(first) : first + "/" + about),
                first -> scene.action(OPEN, argument(first)));
        return blocks.isEmpty() ? Message.text(scene.say("list.none")) : new Message(blocks);
    }

    private String argument(int from) {
        return verb + "/" + from + (about.isEmpty() ? "" : "/" + about);
    }
}

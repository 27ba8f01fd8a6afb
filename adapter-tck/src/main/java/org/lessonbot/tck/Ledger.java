package org.lessonbot.tck;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Room;

/** What the bot has told the adapters to show, whichever instance it was. */
final class Ledger {
    private static final int MARK = 40;

    private final Map<Room, Map<String, List<String>>> posts = new ConcurrentHashMap<>();
    private final Queue<String> misfits = new ConcurrentLinkedQueue<>();

    /** A post for everybody was made or changed. */
    void shown(Room room, String address, Message message) {
        posts.computeIfAbsent(room, none -> new ConcurrentHashMap<>()).put(address, marks(message));
    }

    void gone(Room room, String address) {
        posts.getOrDefault(room, new ConcurrentHashMap<>()).remove(address);
    }

    /** Whether these cards show what they should by now. */
    boolean isShownBy(Room room, List<Card> cards) {
        return posts.getOrDefault(room, Map.of()).values().stream()
                .allMatch(marks -> cards.stream().anyMatch(card -> standInOrder(marks, card.text())));
    }

    /** Whether one can be read below the other: a count alone may stand there for something else. */
    private static boolean standInOrder(List<String> marks, String text) {
        int from = 0;
        for (String mark : marks) {
            int at = text.indexOf(mark, from);
            if (at < 0) {
                return false;
            }
            from = at + mark.length();
        }
        return true;
    }

    /** The lines that change while a round goes on, from top to bottom. */
    private static List<String> marks(Message message) {
        List<String> marks = new ArrayList<>();
        for (Block block : message.blocks()) {
            if (block instanceof Block.Heading heading) {
                marks.add(heading.text());
            } else if (block instanceof Block.Progress progress) {
                marks.add(progress.text());
            } else if (block instanceof Block.Bars bars) {
                marks.add(bars.caption());
            } else if (block instanceof Block.Figure figure) {
                marks.add(figure.picture().said().title());
            } else if (block instanceof Block.Quote quote) {
                marks.add(beginning(quote.text()));
            } else if (block instanceof Block.Items items) {
                items.lines().forEach(line -> marks.add(beginning(line)));
            } else if (block instanceof Block.Row row) {
                marks.add(beginning(row.text()));
                marks.add(beginning(row.note()));
            } else if (block instanceof Block.Footnote footnote) {
                marks.add(beginning(footnote.text()));
            }
        }
        return marks;
    }

    /** Enough to know a text by, wherever an adapter cuts or wraps it. */
    private static String beginning(String text) {
        String line = text.strip().lines().findFirst().orElse("").strip();
        return line.substring(0, Math.min(line.length(), MARK));
    }

    void measure(Message message) {
        misfits.addAll(Fit.faults(message));
    }

    void measure(Form form) {
        misfits.addAll(Fit.faults(form));
    }

    /** What was said that does not fit every platform. */
    Collection<String> misfits() {
        return List.copyOf(misfits);
    }
}

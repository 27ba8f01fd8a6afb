package org.lessonbot.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Option;
import org.lessonbot.tck.Card;

/** What stands on one room's sheets of paper, and who may read them. */
final class Paper {
    private final Flaw flaw;
    private final Map<String, Message> posts = new LinkedHashMap<>();
    private Optional<Message> console = Optional.empty();
    private final Map<String, List<Message>> whispers = new LinkedHashMap<>();
    private final Map<String, String> addresses = new LinkedHashMap<>();

    Paper(Flaw flaw) {
        this.flaw = flaw;
    }

    /** @return where what was posted under this key stands, as it was then */
    synchronized String post(String key, String fresh, Message message) {
        return addresses.computeIfAbsent(flaw == Flaw.POSTS_TWICE ? fresh : key, any -> {
            posts.put(fresh, message);
            return fresh;
        });
    }

    synchronized void console(Message message) {
        console = Optional.of(message);
    }

    /** @return whether it was there */
    synchronized boolean edit(String address, Message message) {
        return posts.replace(address, message) != null;
    }

    synchronized void remove(String address) {
        posts.remove(address);
    }

    synchronized void whisper(String person, Message message) {
        if (flaw == Flaw.SPEAKS_ALOUD) {
            posts.put("aloud" + posts.size(), message);
        }
        whispers.computeIfAbsent(person, nobody -> new ArrayList<>()).add(message);
    }

    synchronized List<Card> posts() {
        return cards(posts);
    }

    synchronized Optional<Card> console() {
        return console.map(message -> PaperPainter.paint("console", message, flaw));
    }

    synchronized List<Card> whispers(String person) {
        return whispers.getOrDefault(person, List.of()).stream()
                .map(message -> PaperPainter.paint("", message, flaw))
                .toList();
    }

    private List<Card> cards(Map<String, Message> messages) {
        return messages.entrySet().stream()
                .map(one -> PaperPainter.paint(one.getKey(), one.getValue(), flaw))
                .toList();
    }

    /** The value behind an option's label, in whatever was ever shown here. */
    synchronized Optional<String> value(String action, String label) {
        List<Message> all = new ArrayList<>(posts.values());
        console.ifPresent(all::add);
        whispers.values().forEach(all::addAll);
        return all.stream()
                .flatMap(message -> message.blocks().stream())
                .filter(block -> block instanceof Block.Picker picker
                        && picker.action().id().equals(action))
                .flatMap(block -> ((Block.Picker) block).options().stream())
                .filter(option -> option.label().equals(label))
                .map(Option::value)
                .findFirst();
    }
}

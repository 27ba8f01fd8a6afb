package org.lessonbot.benchmarks.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lessonbot.benchmarks.faults.Chat.Shown;
import org.lessonbot.chat.Action;

/** A class at a question, and whether what it sees is what the database keeps. */
final class Scene {
    private static final Pattern ANSWERED = Pattern.compile("(\\d+) of (\\d+) answered");
    private static final Duration MOVE = Duration.ofSeconds(30);
    /** When it is certain that posts never will be as they should. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int MOST_MOVES = 20;

    private final Chat chat;
    private final Facts facts;

    Scene(Chat chat, Facts facts) {
        this.chat = chat;
        this.facts = facts;
    }

    /** Leads until a question is open, from wherever the lesson is. */
    Shown question() throws InterruptedException {
        if (chat.room().isEmpty()) {
            moved("start");
        }
        for (int moves = 0; moves < MOST_MOVES; moves++) {
            Optional<Shown> open = open();
            if (open.isPresent()) {
                return open.get();
            }
            // A round that was revealed has another one after it; else the lesson goes on.
            if (!moved("again")) {
                moved("next");
            }
        }
        throw new IllegalStateException(chat.name() + ": the lesson does not come to a question: " + chat.room());
    }

    private boolean moved(String command) throws InterruptedException {
        List<Shown> before = chat.room();
        chat.lead(command);
        return Pause.until(
                () -> !texts(chat.room()).equals(texts(before)),
                command.equals("again") ? Duration.ofSeconds(4) : MOVE);
    }

    private static List<String> texts(List<Shown> room) {
        return room.stream().map(Shown::text).toList();
    }

    private Optional<Shown> open() {
        return chat.room().stream().filter(post -> !post.guesses().isEmpty()).reduce((earlier, later) -> later);
    }

    /** Holds what stands in the room and in the database against what people were told. */
    void judge(Action round, Burst burst, Outcome outcome, int run) throws InterruptedException {
        long calm = System.nanoTime();
        if (Pause.until(() -> wrong(round).isEmpty(), PATIENCE)) {
            outcome.right(Duration.ofNanos(System.nanoTime() - calm));
        } else {
            outcome.wrong("run " + run + ": " + wrong(round));
        }
        burst.wronged(facts.guesses(round)).forEach(student -> outcome.wrong("run " + run + ": " + student));
    }

    /** What is not as it should be by now, in words; empty if all is. */
    String wrong(Action round) {
        List<Shown> room = chat.room();
        long posts = facts.posts(round.lesson());
        if (facts.behind(round.lesson()) > 0) {
            return "posts are still to be drawn";
        }
        if (room.size() != posts) {
            return room.size() + " posts stand in the room, and " + posts + " are known";
        }
        Map<String, String> kept = facts.guesses(round);
        for (Shown post : room) {
            Matcher said = ANSWERED.matcher(post.text());
            boolean ours = post.guesses().stream().anyMatch(guess -> guess.round() == round.round());
            if (ours && (!said.find() || Integer.parseInt(said.group(1)) != kept.size())) {
                return kept.size() + " have answered, and the post says: " + said;
            }
        }
        return "";
    }
}

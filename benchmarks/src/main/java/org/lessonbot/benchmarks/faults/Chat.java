package org.lessonbot.benchmarks.faults;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.lessonbot.chat.Action;

/** One room in one chat with a teacher and students, whose program may go away at any moment. Students are numbered from 0. */
interface Chat extends AutoCloseable {
    String name();

    /** What the program needs to be told to serve this chat, beside its database. */
    Map<String, String> settings();

    /** Returns once a program that was just started hears its people. */
    void connected(Program program) throws InterruptedException;

    /** Returns once no program is heard of any more. */
    void disconnected();

    /** The teacher uses {@code /lesson command}; returns when the chat took it, or no program did. */
    void lead(String command) throws InterruptedException;

    /** What everybody sees of the bot's, oldest first. */
    List<Shown> room();

    /**
     * A student presses a button of a post and waits for the bot's word.
     *
     * @param waits asked again and again: whether they still wait
     * @return what the bot told them; empty if they gave up
     */
    String press(int student, Shown post, Action action, BooleanSupplier waits);

    /** The name under which a student takes part. */
    static String student(int number) {
        return "Student " + number;
    }

    /** What the stand-in holds against the program so far, but for what a killed program cannot help. */
    List<String> complaints();

    @Override
    void close();

    /** A post as it stands, with what can be pressed there. */
    record Shown(String address, String text, List<Action> actions) {
        List<Action> guesses() {
            return actions.stream()
                    .filter(action -> action.verb().equals("guess"))
                    .toList();
        }
    }
}

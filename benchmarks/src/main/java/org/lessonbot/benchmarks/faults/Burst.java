package org.lessonbot.benchmarks.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Students who guess again and again, each as soon as they were told what came of it, until they are called off. */
final class Burst {
    /** What a student is told whose guess counts. */
    private static final String COUNTS = "Your guess:";
    /** Who hears nothing for that long presses again; chats say much sooner that it failed. */
    private static final Duration GIVES_UP = Duration.ofSeconds(15);

    private final Chat chat;
    private final Chat.Shown question;
    private final AtomicBoolean under = new AtomicBoolean(true);
    private final List<Student> all = new ArrayList<>();

    /**
     * Begins at once.
     *
     * @param before what each student's guess is, by name
     * @param seed on which alone it hangs who guesses what
     */
    Burst(Chat chat, Chat.Shown question, int students, Map<String, String> before, long seed) {
        this.chat = chat;
        this.question = question;
        for (int number = 0; number < students; number++) {
            Optional<String> kept = Optional.ofNullable(before.get(Chat.student(number)));
            all.add(new Student(number, kept, new Random(seed * 1_000 + number)));
        }
        all.forEach(Student::start);
    }

    /** Whoever waits for an answer waits no longer, and nobody presses anything more. */
    void callOff() throws InterruptedException {
        under.set(false);
        for (Student student : all) {
            student.thread.join();
        }
    }

    /** Waits until at least so many more are told that their guess counts. @return whether they were in time */
    boolean goesOn(int more, Duration patience) throws InterruptedException {
        int before = told();
        return Pause.until(() -> told() >= before + more, patience);
    }

    /** The longest that somebody waited for the word that their guess counts. */
    Duration longestWait() {
        return Duration.ofNanos(
                all.stream().mapToLong(student -> student.longest).max().orElse(0));
    }

    int told() {
        return all.stream().mapToInt(student -> student.told.get()).sum();
    }

    int refused() {
        return all.stream().mapToInt(student -> student.refused.get()).sum();
    }

    /** Those whose guess is neither what they were told last nor one that they made after that, in words. */
    List<String> wronged(Map<String, String> kept) {
        return all.stream()
                .filter(student -> !student.mayHave(Optional.ofNullable(kept.get(Chat.student(student.number)))))
                .map(student -> Chat.student(student.number) + " was told " + student.last.orElse("nothing")
                        + ", then tried " + student.since + ", and has " + kept.get(Chat.student(student.number)))
                .toList();
    }

    private final class Student {
        private final int number;
        private final Random random;
        private final Thread thread = new Thread(this::guess, "student");
        /** What they were told last that it counts. */
        private Optional<String> last;
        /** Guesses of which nothing is known: they may count or not. */
        private final Set<String> since = new HashSet<>();

        private long longest;
        private final AtomicInteger told = new AtomicInteger();
        private final AtomicInteger refused = new AtomicInteger();

        Student(int number, Optional<String> last, Random random) {
            this.number = number;
            this.last = last;
            this.random = random;
        }

        void start() {
            thread.start();
        }

        private void guess() {
            while (under.get()) {
                var action =
                        question.guesses().get(random.nextInt(question.guesses().size()));
                long pressed = System.nanoTime();
                String word = chat.press(number, question, action, () -> waits(pressed));
                if (word.contains(COUNTS)) {
                    last = Optional.of(action.argument());
                    since.clear();
                    told.incrementAndGet();
                    longest = Math.max(longest, System.nanoTime() - pressed);
                } else {
                    since.add(action.argument());
                    refused.addAndGet(word.isEmpty() ? 0 : 1);
                    Pause.aMoment();
                }
            }
        }

        private boolean waits(long pressed) {
            return under.get() && System.nanoTime() - pressed < GIVES_UP.toNanos();
        }

        boolean mayHave(Optional<String> kept) {
            return kept.equals(last) || kept.filter(since::contains).isPresent();
        }
    }
}

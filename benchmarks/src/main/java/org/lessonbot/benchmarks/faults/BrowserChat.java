package org.lessonbot.benchmarks.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.lessonbot.chat.Action;

/** The browser classroom: its people's pages stay open while the program is away, and the port stays the same. */
final class BrowserChat implements Chat {
    private static final Pattern TEACHER = Pattern.compile("(http://\\S+/t/\\S+)");
    private static final Pattern STUDENTS = Pattern.compile("(http://\\S+/join/[A-Z0-9]+)");

    private final int students;
    private final List<Integer> ports = List.of(freePort(), freePort());
    private volatile Optional<Integer> fallBack = Optional.empty();
    private final List<Tab> tabs = new ArrayList<>();

    BrowserChat(int students) {
        this.students = students;
    }

    static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String name() {
        return "browser";
    }

    @Override
    public Map<String, String> settings() {
        return settings(0);
    }

    /** What the first or the second of two programs needs to be told, which serve this room together. */
    Map<String, String> settings(int instance) {
        return Map.of("LESSON_BOT_WEB_PORT", Integer.toString(ports.get(instance)));
    }

    /** Everybody's page is served by one of the two from now on, every second one's by the other. */
    void spread() {
        for (int tab = 0; tab < tabs.size(); tab++) {
            tabs.get(tab).goTo(ports.get(tab % ports.size()));
        }
    }

    /** Whoever gives up goes to this instance, where the proxy sends them. */
    void fallBackTo(int instance) {
        fallBack = Optional.of(ports.get(instance));
    }

    /** The teacher's page is served by this instance. */
    void teacherAt(int instance) {
        tabs.get(0).goTo(ports.get(instance));
    }

    /** The first program's people come in; those of later ones are there. */
    @Override
    public void connected(Program program) throws InterruptedException {
        URI teacher = URI.create(program.says(TEACHER));
        URI door = URI.create(program.says(STUDENTS));
        try {
            if (tabs.isEmpty()) {
                tabs.add(Tab.open(teacher));
                for (int student = 0; student < students; student++) {
                    tabs.add(Tab.join(door, Chat.student(student)));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void disconnected() {
        // Nothing is held against a program that is gone.
    }

    @Override
    public void lead(String command) throws InterruptedException {
        try {
            tabs.get(0).command(command);
        } catch (IOException away) {
            // The teacher sees that, and looks.
        }
    }

    @Override
    public List<Shown> room() {
        return tabs.get(0).room();
    }

    @Override
    public String press(int student, Shown post, Action action, BooleanSupplier waits) {
        try {
            return tabs.get(student + 1).press(action);
        } catch (IOException | RuntimeException away) {
            fallBack.ifPresent(port -> tabs.get(student + 1).goTo(port));
            return "";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    @Override
    public List<String> complaints() {
        return List.of();
    }

    @Override
    public void close() {
        // A page holds nothing that has to be given back.
    }
}

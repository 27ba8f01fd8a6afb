package org.lessonbot.benchmarks.soak;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The browser classroom: one room, in which each period other students come in. Its teacher's page stays open all day. */
final class BrowserChat implements Chat {
    private static final Pattern TEACHER = Pattern.compile("(http://\\S+/t/(\\S+?)/\\S+)");
    private static final Pattern ROOM = Pattern.compile("http://\\S+/t/(\\S+?)/\\S+");
    private static final Pattern STUDENTS = Pattern.compile("(http://\\S+/join/[A-Z0-9]+)");

    private String room = "";
    private Optional<Tab> teacher = Optional.empty();
    private Optional<URI> door = Optional.empty();

    @Override
    public String name() {
        return "web";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("LESSON_BOT_WEB_PORT", "0");
    }

    @Override
    public void connected(Program program) throws InterruptedException {
        room = program.says(ROOM);
        door = Optional.of(URI.create(program.says(STUDENTS)));
        teacher = Optional.of(Tab.open(URI.create(program.says(TEACHER))));
    }

    @Override
    public int rooms() {
        return 1;
    }

    @Override
    public Room open(int students) {
        List<Seat> pupils = IntStream.rangeClosed(1, students)
                .<Seat>mapToObj(number -> Tab.join(door.orElseThrow(), "Pupil " + number))
                .toList();
        return new Room(room, teacher.orElseThrow(), pupils, () -> pupils.forEach(Seat::leave));
    }

    @Override
    public List<String> complaints() {
        return List.of();
    }

    @Override
    public void close() {
        teacher.ifPresent(Tab::leave);
    }
}

package org.lessonbot.benchmarks.inside;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Room;

/** The build's engine with a chat that does nothing, and a lesson in which stages are being guessed. */
final class Classroom implements AutoCloseable {
    private static final String STEP = "match";
    private static final List<String> STAGES = List.of("base", "instruction_tuned", "rlhf");
    private static final Person TEACHER = new Person("teacher", "Teacher", true);
    private static final int MOST_MOVES = 20;

    private final Sql sql;
    private final Room room;
    private final Engine engine;
    private final AtomicLong interactions = new AtomicLong();
    private final Map<Integer, Integer> turns = new ConcurrentHashMap<>();
    private long lesson;
    private int round;

    private Classroom(Sql sql, Room room, Engine engine) {
        this.sql = sql;
        this.room = room;
        this.engine = engine;
    }

    /**
     * Starts a lesson that so many people, {@code s0} and so on, are in already, and leads it to the first guess.
     *
     * @param name of the room, which nothing was held in yet
     */
    static Classroom open(Sql sql, String name, int people, Silence chat)
            throws ReflectiveOperationException, SQLException {
        Room room = new Room(Silence.NAME, name);
        try (Classroom before = new Classroom(sql, room, Engine.start(sql, chat))) {
            before.teacher("start", Map.of("lesson", Engine.LESSON, "seed", "7"));
        }
        // Beside the engine, for it would take one of the builds minutes; the next engine finds them there.
        sql.run("insert into participant (lesson, person, name, role) select id, 's' || n, 'Student ' || n, 'STUDENT'"
                + " from lesson, generate_series(0, " + (people - 1) + ") n where room = '" + name + "'");
        Classroom classroom = new Classroom(sql, room, Engine.start(sql, chat));
        classroom.lesson = (long) sql.number("select id from lesson where room = '" + name + "'");
        classroom.lead();
        return classroom;
    }

    private void lead() throws SQLException {
        for (int moves = 0; round == 0; moves++) {
            if (moves > MOST_MOVES) {
                throw new IllegalStateException("the lesson does not come to " + STEP);
            }
            teacher("next", Map.of());
            round = (int) sql.number("select coalesce(max(number), 0) from round where phase = 'OPEN' and step = '"
                    + STEP + "' and lesson = " + lesson);
        }
    }

    private void teacher(String command, Map<String, String> options) {
        handle(TEACHER, new Interaction.Command(command, options))
                .toCompletableFuture()
                .join();
    }

    CompletionStage<?> join(int student) {
        return handle(student(student), new Interaction.Command("join", Map.of()));
    }

    /** Guesses otherwise than the last time. */
    CompletionStage<?> guess(int student) {
        String stage = stage(turns.merge(student, 1, Integer::sum));
        return handle(student(student), new Interaction.Press(new Action(lesson, STEP, round, "guess", stage)));
    }

    private static String stage(int turn) {
        return STAGES.get(turn % STAGES.size());
    }

    private static Person student(int number) {
        return new Person("s" + number, "Student " + number, false);
    }

    private CompletionStage<?> handle(Person person, Interaction.Act act) {
        String id = "i" + interactions.incrementAndGet();
        return engine.handle(new Interaction(id, room, person, Instant.now(), act));
    }

    /** That everybody's last guess is kept and nothing else, without which no figure is worth anything. */
    void audit() throws SQLException {
        Map<String, String> kept = sql.map("select person, value from entry where lesson = " + lesson);
        Map<String, String> given = turns.entrySet().stream()
                .collect(Collectors.toMap(turn -> "s" + turn.getKey(), turn -> stage(turn.getValue())));
        if (!kept.equals(given)) {
            throw new IllegalStateException("kept is " + kept + ", and guessed was " + given);
        }
    }

    int students() throws SQLException {
        return (int) sql.number("select count(*) from participant where role = 'STUDENT' and lesson = " + lesson);
    }

    long lesson() {
        return lesson;
    }

    @Override
    public void close() {
        engine.close();
    }
}

package org.lessonbot.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.lessonbot.chat.Room;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Phase;
import org.lessonbot.store.Database;
import org.lessonbot.store.EntryWriter;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.Write;
import org.lessonbot.store.embedded.EmbeddedPostgres;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the one batching writer gains over a commit for each vote, with fsync on: the ratio of the two in one run is the
 * figure, not either alone.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 3)
@Fork(1)
@Threads(32)
public class VoteBenchmark {
    private static final int STUDENTS = 1_000;
    private static final String ONE_BY_ONE = """
            insert into entry (lesson, step, round, owner, field, value, person)
            select r.lesson, r.step, r.number, ?, 'guess', ?, ? from round r join lesson l on l.id = r.lesson
            where r.lesson = ? and r.step = 'match' and r.number = 1 and r.phase = 'OPEN' and l.status = 'RUNNING'
            for share of r
            on conflict (lesson, step, round, owner, field)
                do update set value = excluded.value, person = excluded.person, at = excluded.at
            """;

    private final Path folder;
    private final EmbeddedPostgres server;
    private final Database database;
    private final EntryWriter writer;
    private final long lesson;

    public VoteBenchmark() {
        folder = temporaryFolder();
        server = EmbeddedPostgres.start(folder.toAbsolutePath(), line -> {});
        database = Database.open(new Database.Access(server.jdbcUrl(), server.user(), server.password()), 34);
        database.migrate();
        Lessons lessons = new Lessons(database.jdbi());
        lessons.pin("hash", "{}");
        lesson = lessons.start(new Room("bench", "room"), "hash", Lesson.Pace.LIVE, 1, "match")
                .orElseThrow();
        lessons.move(lesson, tx -> {
            tx.open("match", 1, "{}");
            tx.at("match", 1);
            return true;
        });
        writer = new EntryWriter(database.dataSource());
    }

    @Benchmark
    public EntryWriter.Fate batched() {
        String person = person();
        return writer.write(List.of(
                        new Write(lesson, "match", 1, person, "guess", stage(), person, Phase.OPEN, Optional.empty())))
                .join();
    }

    @Benchmark
    public int commitEach() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(ONE_BY_ONE)) {
            String person = person();
            statement.setString(1, person);
            statement.setString(2, stage());
            statement.setString(3, person);
            statement.setLong(4, lesson);
            return statement.executeUpdate();
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("votes");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String person() {
        return "s" + ThreadLocalRandom.current().nextInt(STUDENTS);
    }

    private static String stage() {
        return List.of("base", "instruction_tuned", "rlhf")
                .get(ThreadLocalRandom.current().nextInt(3));
    }

    @TearDown
    public void close() {
        writer.close();
        database.close();
        server.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package org.lessonbot.benchmarks.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.lessonbot.chat.Action;

/** What happens to the database and on the way there, in the middle of a burst in the browser classroom. */
final class DatabaseFaults {
    private static final Duration CALM = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int LONGEST_MS = 6_000;
    private static final int AGAIN = 24;
    private static final int DISK_MB = 200;

    private final Path jar;
    private final Path work;
    private final int runs;
    private final long seed;
    private final List<Outcome> outcomes = new ArrayList<>();

    DatabaseFaults(Path jar, Path work, int runs, long seed) {
        this.jar = jar;
        this.work = work;
        this.runs = runs;
        this.seed = seed;
    }

    /** Something that is made and, some time later, made good. */
    private interface Fault {
        void make() throws IOException, InterruptedException;

        void mend() throws IOException, InterruptedException;
    }

    private record Named(String name, Fault fault) {}

    /** All of these. */
    List<Outcome> run() throws IOException, InterruptedException {
        onOneServer();
        failOver();
        behindPooler();
        return outcomes;
    }

    /** The disk alone, which not everybody may make. */
    List<Outcome> disk() throws IOException, InterruptedException {
        onSmallDisk();
        return outcomes;
    }

    private void onOneServer() throws IOException, InterruptedException {
        Path home = Faults.folder(work, "database-");
        try (Postgres postgres = Postgres.start(home.resolve("server"), home.resolve("binaries"));
                Wire wire = new Wire(postgres.port());
                Chat chat = new BrowserChat(Kills.students())) {
            Map<String, String> settings = new HashMap<>(chat.settings());
            settings.putAll(settings(postgres, "127.0.0.1:" + wire.port()));
            try (Program program = Program.start(List.of(), jar, home, settings)) {
                chat.connected(program);
                for (Named each : ofOneServer(postgres, wire)) {
                    make(each.name, each.fault, runs, chat, Facts.at(postgres::here));
                }
            }
        }
    }

    /** Everything that the server writes lies on a disk that fills up. */
    private void onSmallDisk() throws IOException, InterruptedException {
        Path home = Faults.folder(work, "disk-");
        Optional<Disk> mounted = Disk.of(DISK_MB, home.resolve("disk"));
        if (mounted.isEmpty()) {
            System.err.println("not done: a full disk, for which this user would have to be allowed to mount one");
            return;
        }
        try (Disk disk = mounted.get();
                Postgres postgres = Postgres.start(disk.folder("server"), home.resolve("binaries"));
                Chat chat = new BrowserChat(Kills.students())) {
            Map<String, String> settings = new HashMap<>(chat.settings());
            settings.putAll(settings(postgres, "127.0.0.1:" + postgres.port()));
            try (Program program = Program.start(List.of(), jar, home, settings)) {
                chat.connected(program);
                make("PostgreSQL's disk full", fault(disk::fill, disk::makeRoom), runs, chat, Facts.at(postgres::here));
                Fault logToo = fault(
                        () -> {
                            disk.fill();
                            postgres.needsMoreLog();
                        },
                        disk::makeRoom);
                make(
                        "PostgreSQL's disk full, so that its log cannot go on and it ends, and starts in vain",
                        logToo,
                        runs,
                        chat,
                        Facts.at(postgres::here));
            }
        }
    }

    /** The first of two hosts is gone from one moment to the next, and the second takes over. */
    private void failOver() throws IOException, InterruptedException {
        Path home = Faults.folder(work, "standby-");
        try (Postgres postgres = Postgres.start(home.resolve("server"), home.resolve("binaries"));
                Postgres.Standby standby = postgres.standby(home.resolve("standby"));
                Wire first = new Wire(postgres.port());
                Wire second = new Wire(standby.port());
                Chat chat = new BrowserChat(Kills.students())) {
            Map<String, String> settings = new HashMap<>(chat.settings());
            settings.putAll(settings(postgres, "127.0.0.1:" + first.port() + ",127.0.0.1:" + second.port()));
            Fault fault = fault(
                    () -> {
                        first.cut();
                        postgres.kill();
                        postgres.close();
                    },
                    () -> postgres.run(standby.port(), "select pg_promote()"));
            try (Program program = Program.start(List.of(), jar, home, settings)) {
                chat.connected(program);
                AtomicReference<Facts.Access> primary = new AtomicReference<>(postgres.here());
                make(
                        "PostgreSQL fails over to a standby (`synchronous_standby_names`, two hosts in `DATABASE_URL`)",
                        fault(fault::make, () -> {
                            fault.mend();
                            primary.set(postgres.at(standby.port()));
                        }),
                        1,
                        chat,
                        Facts.at(primary::get));
            }
        }
    }

    private void behindPooler() throws IOException, InterruptedException {
        Optional<Path> program = Pooler.program();
        if (program.isEmpty()) {
            System.err.println("not done: behind PgBouncer, which this machine does not have (Debian: pgbouncer)");
            return;
        }
        Path home = Faults.folder(work, "pooler-");
        try (Postgres postgres = Postgres.start(home.resolve("server"), home.resolve("binaries"));
                Pooler pooler = Pooler.start(program.get(), home, postgres);
                Chat chat = new BrowserChat(Kills.students())) {
            Map<String, String> settings = new HashMap<>(chat.settings());
            settings.putAll(settings(postgres, "127.0.0.1:" + pooler.port(), "?prepareThreshold=0"));
            try (Program bot = Program.start(List.of(), jar, home, settings)) {
                chat.connected(bot);
                make(
                        "behind PgBouncer in transaction mode, its connections to PostgreSQL cut",
                        fault(() -> cutAll(postgres), () -> {}),
                        runs,
                        chat,
                        Facts.at(postgres::here));
                pooler.leftInSessions(postgres)
                        .forEach(left -> outcomes.get(outcomes.size() - 1).wrong("others get " + left));
            }
        }
    }

    private static void cutAll(Postgres postgres) {
        postgres.run("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where pid <> pg_backend_pid() and backend_type = 'client backend'");
    }

    static Map<String, String> settings(Postgres postgres, String hosts) {
        return settings(postgres, hosts, "");
    }

    private static Map<String, String> settings(Postgres postgres, String hosts, String options) {
        return Map.of(
                "DATABASE_URL",
                "postgres://" + postgres.user() + ":" + postgres.password() + "@" + hosts + "/postgres" + options);
    }

    private static List<Named> ofOneServer(Postgres postgres, Wire wire) {
        return List.of(
                new Named(
                        "300 ms between PostgreSQL and the program",
                        fault(() -> wire.takes(Duration.ofMillis(150)), () -> wire.takes(Duration.ZERO))),
                new Named("connections cut by `pg_terminate_backend`", fault(() -> cutAll(postgres), () -> {})),
                new Named(
                        "connections to PostgreSQL half open: nothing comes, and nobody hangs up",
                        fault(wire::forget, () -> {})),
                new Named("the way to PostgreSQL cut", fault(wire::cut, wire::mend)),
                new Named("PostgreSQL killed (`kill -9`)", fault(postgres::kill, () -> {})),
                new Named("PostgreSQL stopped and started", fault(postgres::close, () -> {
                    postgres.startAgain();
                    wire.leadsTo(postgres.port());
                })));
    }

    private interface Act {
        void run() throws IOException, InterruptedException;
    }

    private static Fault fault(Act make, Act mend) {
        return new Fault() {
            @Override
            public void make() throws IOException, InterruptedException {
                make.run();
            }

            @Override
            public void mend() throws IOException, InterruptedException {
                mend.run();
            }
        };
    }

    private void make(String name, Fault fault, int times, Chat chat, Facts facts)
            throws IOException, InterruptedException {
        Outcome outcome = new Outcome(name);
        Scene scene = new Scene(chat, facts);
        Chat.Shown question = scene.question();
        Action round = question.guesses().get(0);
        for (int run = 1; run <= times; run++) {
            Random random = new Random(seed + run);
            Burst burst = new Burst(chat, question, Kills.students(), facts.guesses(round), seed + run);
            burst.goesOn(AGAIN, PATIENCE);
            fault.make();
            Pause.of(Duration.ofMillis(random.nextInt(LONGEST_MS)));
            fault.mend();
            long mended = System.nanoTime();
            if (burst.goesOn(AGAIN, PATIENCE)) {
                outcome.heard(Duration.ofNanos(System.nanoTime() - mended));
            } else {
                outcome.wrong("run " + run + ": nobody is heard any more");
            }
            Pause.of(CALM);
            burst.callOff();
            outcome.ran(burst);
            scene.judge(round, burst, outcome, run);
        }
        outcomes.add(outcome);
        System.err.println(outcome.row());
    }
}

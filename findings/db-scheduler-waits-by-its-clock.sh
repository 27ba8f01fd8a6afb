#!/usr/bin/env bash
# Library: com.github.kagkarlsson:db-scheduler 16.12.0 (a persistent scheduler for Java), with H2 2.3.232 in memory, Java 17 or newer.
#
# Guessed: the clock that a scheduler is given says what is due; how often it looks for that, the polling interval, passes by itself. So with a
# clock that a test holds still, a task that is due already runs within a few polling intervals.
# Seen: the pause between two looks is measured by the same clock. While that stands still the pause never ends, however often its thread wakes:
# what becomes due by a move of the clock runs, and what is added as due after that move does not, until the clock moves again.
#
# Prints what ran, each looked at after twenty polling intervals; ends with 1 if that is no longer so.
set -euo pipefail

project=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
    <modelVersion>4.0.0</modelVersion>
    <groupId>finding</groupId>
    <artifactId>finding</artifactId>
    <version>1</version>
    <dependencies>
        <dependency>
            <groupId>com.github.kagkarlsson</groupId>
            <artifactId>db-scheduler</artifactId>
            <version>16.12.0</version>
        </dependency>
        <dependency>
            <groupId>com.h2database</groupId>
            <artifactId>h2</artifactId>
            <version>2.3.232</version>
        </dependency>
        <dependency>
            <groupId>org.slf4j</groupId>
            <artifactId>slf4j-nop</artifactId>
            <version>1.7.36</version>
        </dependency>
    </dependencies>
</project>
POM
"$project/mvnw" -q -f pom.xml org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath

cat > Finding.java <<'JAVA'
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.jdbcx.JdbcDataSource;

class Finding {
    private static final Duration LOOKS = Duration.ofMillis(100);

    public static void main(String[] arguments) throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:finding;DB_CLOSE_DELAY=-1");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table scheduled_tasks (task_name varchar(100), task_instance varchar(100), task_data blob,"
                    + " execution_time timestamp(9) with time zone not null, picked boolean not null, picked_by varchar(50),"
                    + " last_success timestamp(9) with time zone, last_failure timestamp(9) with time zone,"
                    + " consecutive_failures int, last_heartbeat timestamp(9) with time zone, version bigint not null,"
                    + " priority smallint, primary key (task_name, task_instance))");
        }
        AtomicReference<Instant> clock = new AtomicReference<>(Instant.parse("2026-10-20T09:00:00Z"));
        Set<String> ran = Collections.synchronizedSet(new TreeSet<>());
        OneTimeTask<Void> task = Tasks.oneTime("task").execute((instance, context) -> ran.add(instance.getId()));
        Scheduler scheduler = Scheduler.create(database, task)
                .clock(clock::get)
                .pollingInterval(LOOKS)
                .threads(1)
                .build();
        scheduler.start();
        settle();
        scheduler.schedule(task.instance("tomorrow"), clock.get().plus(Duration.ofDays(1)));
        clock.set(clock.get().plus(Duration.ofDays(2)));
        settle();
        Set<String> afterTheMove = new TreeSet<>(ran);
        scheduler.schedule(task.instance("yesterday"), clock.get().minus(Duration.ofDays(1)));
        settle();
        Set<String> whileItStands = new TreeSet<>(ran);
        clock.set(clock.get().plusSeconds(1));
        settle();
        Set<String> atTheEnd = new TreeSet<>(ran);
        scheduler.stop();
        System.out.println("after the clock moved past a task: " + afterTheMove);
        System.out.println("while it stands, another is due:   " + whileItStands);
        System.out.println("after it moved by a second:        " + atTheEnd);
        boolean same = List.of(afterTheMove, whileItStands, atTheEnd)
                .equals(List.of(Set.of("tomorrow"), Set.of("tomorrow"), Set.of("tomorrow", "yesterday")));
        System.out.println(same ? "as seen before" : "this has changed");
        System.exit(same ? 0 : 1);
    }

    private static void settle() throws InterruptedException {
        Thread.sleep(LOOKS.multipliedBy(20).toMillis());
    }
}
JAVA
java -cp "$(cat classpath)" Finding.java

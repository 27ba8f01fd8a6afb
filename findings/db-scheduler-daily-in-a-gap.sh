#!/usr/bin/env bash
# Library: com.github.kagkarlsson:db-scheduler 16.12.0 (a persistent scheduler for Java), Java 17 or newer.
#
# Guessed: a `Daily` schedule with two times a day runs at both of them on every day; on the day on which the clocks skip the first, it
# is at least the second, which there is, that runs.
# Seen: 02:30 is moved to 03:30 that day, as Java moves it, and is still asked first. Once it has run, 03:15 is over, and the
# next run is tomorrow's: at 03:15, a time that was on every clock, nothing ran. (Its two runs of the day became one.)
#
# Prints the runs around Berlin's change of 30 March 2025; ends with 1 if that is no longer so.
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
    </dependencies>
</project>
POM
"$project/mvnw" -q -f pom.xml org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath

cat > Finding.java <<'JAVA'
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

class Finding {
    public static void main(String[] arguments) {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Daily daily = new Daily(berlin, LocalTime.of(2, 30), LocalTime.of(3, 15));
        List<String> runs = new ArrayList<>();
        Instant done = Instant.parse("2025-03-28T23:00:00Z");
        for (int run = 0; run < 5; run++) {
            Execution execution = new Execution(done, new TaskInstance<>("any", "1"));
            done = daily.getNextExecutionTime(ExecutionComplete.success(execution, done, done));
            runs.add(done.atZone(berlin).toLocalDateTime().toString());
        }
        runs.forEach(System.out::println);
        boolean same = runs.equals(List.of(
                "2025-03-29T02:30", "2025-03-29T03:15", "2025-03-30T03:30", "2025-03-31T02:30", "2025-03-31T03:15"));
        System.out.println(same ? "as seen before" : "this has changed");
        System.exit(same ? 0 : 1);
    }
}
JAVA
java -cp "$(cat classpath)" Finding.java

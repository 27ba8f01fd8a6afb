#!/usr/bin/env bash
# Library: com.slack.api:slack-api-client 1.51.0 (Slack's SDK for Java), Java 17 or newer.
#
# Guessed: `new SlackConfig()` holds settings; with `setStatsEnabled(false)`, or at the latest after `close()`, nothing of it runs.
# Seen: it starts twelve threads ("slack-api-metrics:…", one look a second each), because each of its four stores of metrics is set up
# three times and forgets the thread it had before. Eight of them run on after `close()`, until the program ends; a program that makes a
# config for each workspace or each test gathers them.
#
# Prints how many there are; ends with 1 if that is no longer so.
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
            <groupId>com.slack.api</groupId>
            <artifactId>slack-api-client</artifactId>
            <version>1.51.0</version>
        </dependency>
    </dependencies>
</project>
POM
"$project/mvnw" -q -f pom.xml org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath

cat > Finding.java <<'JAVA'
import com.slack.api.SlackConfig;

class Finding {
    public static void main(String[] arguments) throws Exception {
        SlackConfig config = new SlackConfig();
        long made = threads();
        config.setStatsEnabled(false);
        config.close();
        Thread.sleep(3_000);
        long left = threads();
        System.out.println(made + " threads of a new SlackConfig, " + left + " after it was closed");
        boolean same = made == 12 && left == 8;
        System.out.println(same ? "as seen before" : "this has changed");
        System.exit(same ? 0 : 1);
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("slack-api-metrics"))
                .count();
    }
}
JAVA
java -cp "$(cat classpath)" Finding.java

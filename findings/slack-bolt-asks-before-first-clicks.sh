#!/usr/bin/env bash
# Library: com.slack.api:bolt 1.51.0 (Slack's framework of bots for Java), Java 17 or newer.
#
# Guessed: an app of one workspace asks Slack who it is (`auth.test`) when it is started, and keeps that as `AppConfig` says: not at all
# unless `authTestCacheEnabled`, which is off by default, else for `authTestCacheExpirationMillis`, ten minutes by default.
# Seen: the switch changes nothing. What was answered at the start counts as expired, so each of the first clicks asks once more before
# it is acknowledged, within Slack's three seconds: of twenty at once all twenty. Only an expiration of -1 takes what was answered
# at the start.
#
# Prints how often Slack was asked at the start, by twenty clicks at once and by one after them; ends with 1 if that is no longer so.
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
            <artifactId>bolt</artifactId>
            <version>1.51.0</version>
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
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

class Finding {
    static final int CLICKS = 20;
    static final long HANGS_S = 30;
    static final ExecutorService threads = Executors.newCachedThreadPool();
    static final AtomicInteger asked = new AtomicInteger();
    /** So many are asking at once before the first is answered. */
    static volatile CountDownLatch crowd = new CountDownLatch(0);

    public static void main(String[] arguments) throws Exception {
        HttpServer slack = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        slack.setExecutor(threads);
        slack.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            asked.incrementAndGet();
            crowd.countDown();
            try {
                crowd.await(HANGS_S, TimeUnit.SECONDS);
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
            byte[] who = "{\"ok\":true,\"team_id\":\"T1\",\"user_id\":\"U1\",\"bot_id\":\"B1\"}".getBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, who.length);
            exchange.getResponseBody().write(who);
            exchange.close();
        });
        slack.start();
        String api = "http://127.0.0.1:" + slack.getAddress().getPort() + "/api/";
        List<String> seen = List.of(
                "as it is: " + asked(api, new AppConfig(), CLICKS),
                "with the cache switched off: " + asked(api, caching(false, 600_000), CLICKS),
                "with the cache switched on: " + asked(api, caching(true, 600_000), CLICKS),
                "with an expiration of -1: " + asked(api, caching(true, -1), 0));
        seen.forEach(System.out::println);
        boolean same = seen.equals(List.of(
                "as it is: start 1, twenty at once 20, one more 0",
                "with the cache switched off: start 1, twenty at once 20, one more 0",
                "with the cache switched on: start 1, twenty at once 20, one more 0",
                "with an expiration of -1: start 1, twenty at once 0, one more 0"));
        System.out.println(same ? "as seen before" : "this has changed");
        System.exit(same ? 0 : 1);
    }

    static AppConfig caching(boolean enabled, long millis) {
        AppConfig config = new AppConfig();
        config.setAuthTestCacheEnabled(enabled);
        config.setAuthTestCacheExpirationMillis(millis);
        return config;
    }

    static String asked(String api, AppConfig config, int together) throws Exception {
        SlackConfig ours = new SlackConfig();
        ours.setStatsEnabled(false);
        ours.setMethodsEndpointUrlPrefix(api);
        config.setSlack(Slack.getInstance(ours));
        config.setSingleTeamBotToken("xoxb-some-token");
        config.setRequestVerificationEnabled(false);
        App app = new App(config);
        app.blockAction("vote", (click, context) -> context.ack());
        app.start();
        int atStart = asked.getAndSet(0);
        crowd = new CountDownLatch(together);
        List<Future<Integer>> clicks = new ArrayList<>();
        for (int i = 0; i < CLICKS; i++) {
            clicks.add(threads.submit(() -> app.run(click()).getStatusCode()));
        }
        for (Future<Integer> click : clicks) {
            acknowledged(click.get());
        }
        int atOnce = asked.getAndSet(0);
        acknowledged(app.run(click()).getStatusCode());
        return "start " + atStart + ", twenty at once " + atOnce + ", one more " + asked.getAndSet(0);
    }

    static void acknowledged(int status) {
        if (status != 200) {
            throw new IllegalStateException("not acknowledged: " + status);
        }
    }

    static BlockActionRequest click() {
        String payload = "{\"type\":\"block_actions\",\"team\":{\"id\":\"T1\"},\"user\":{\"id\":\"U2\"},\"api_app_id\":\"A1\","
                + "\"actions\":[{\"type\":\"button\",\"action_id\":\"vote\",\"block_id\":\"b\"}]}";
        return new BlockActionRequest("", payload, new RequestHeaders(Map.of()));
    }
}
JAVA
java -cp "$(cat classpath)" Finding.java

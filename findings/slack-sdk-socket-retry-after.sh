#!/usr/bin/env bash
# Library: com.slack.api:slack-api-client 1.51.0 (Slack's SDK for Java), Java 17 or newer.
#
# Guessed: Slack limits how often one app opens a socket (`apps.connections.open`), and says with status 429 and `Retry-After` how
# long it wants to be left alone. The SDK's socket, which opens the next connection by itself, comes again after that time.
# Seen: it never looks at the header. It comes again after ten seconds whatever it was told, and at once each time that Slack
# dismisses a connection, so a bot that is limited goes on being limited.
#
# Prints what Slack said and when the SDK means to come again; ends with 1 if that is no longer so.
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
        <dependency>
            <groupId>org.java-websocket</groupId>
            <artifactId>Java-WebSocket</artifactId>
            <version>1.6.0</version>
        </dependency>
    </dependencies>
</project>
POM
"$project/mvnw" -q -f pom.xml org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath

cat > Finding.java <<'JAVA'
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.socket_mode.impl.SocketModeClientJavaWSImpl;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

class Finding {
    private static final int WAIT_S = 60;

    public static void main(String[] arguments) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.addAndGet(exchange.getRequestURI().getPath().endsWith("apps.connections.open") ? 1 : 0);
            byte[] body = "{\"ok\":false,\"error\":\"ratelimited\"}".getBytes();
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Retry-After", String.valueOf(WAIT_S));
            exchange.sendResponseHeaders(429, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        SlackConfig config = new SlackConfig();
        config.setStatsEnabled(false);
        config.setMethodsEndpointUrlPrefix("http://127.0.0.1:" + server.getAddress().getPort() + "/api/");
        SocketModeClientJavaWSImpl socket =
                new SocketModeClientJavaWSImpl(Slack.getInstance(config), "xapp-some-token", "ws://127.0.0.1:1/");

        long again = (socket.maintainCurrentSession() - System.currentTimeMillis() + 500) / 1000;
        for (int dismissed = 0; dismissed < 2; dismissed++) {
            try {
                socket.processMessage("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");
            } catch (IOException limited) {
                // It is limited again.
            }
        }
        System.out.printf("told to wait %d s, it means to come again in %d s%n", WAIT_S, again);
        System.out.printf("two dismissals right after that: asked %d times in all%n", asked.get());
        boolean same = again == 10 && asked.get() == 3;
        System.out.println(same ? "as seen before" : "this has changed");
        System.exit(same ? 0 : 1);
    }
}
JAVA
java -cp "$(cat classpath)" Finding.java

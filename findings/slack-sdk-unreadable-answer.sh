#!/usr/bin/env bash
# Library: com.slack.api:slack-api-client 1.51.0 (Slack's SDK for Java), Java 17 or newer.
#
# Guessed: `MethodsClient.authTest` declares IOException and SlackApiException, so an answer that is none of Slack's (the login
# page of a school's proxy, an empty body, half an answer; all with status 200) arrives as one of the two.
# Seen: a page and half an answer are an unchecked JsonSyntaxException, an empty body is a NullPointerException. Only
# with an error status does the same page arrive as a SlackApiException. Whoever catches what is declared dies of a proxy.
#
# Prints what was thrown for each answer; ends with 1 if that is no longer so.
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
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class Finding {
    record Answer(int status, String body, String expected) {}

    public static void main(String[] arguments) throws Exception {
        String page = "<!DOCTYPE html><html><body>Please log in</body></html>";
        Map<String, Answer> answers = new LinkedHashMap<>();
        answers.put("200, a page", new Answer(200, page, "JsonSyntaxException"));
        answers.put("200, nothing", new Answer(200, "", "NullPointerException"));
        answers.put("200, half an answer", new Answer(200, "{\"ok\":true,\"team\":\"Hill", "JsonSyntaxException"));
        answers.put("502, a page", new Answer(502, page, "SlackApiException"));
        boolean same = true;
        for (var each : answers.entrySet()) {
            String thrown = thrown(each.getValue());
            same &= thrown.equals(each.getValue().expected());
            System.out.printf("%-20s -> %s%n", each.getKey(), thrown);
        }
        System.out.println(same ? "as seen before" : "this has changed");
        System.exit(same ? 0 : 1);
    }

    static String thrown(Answer answer) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = answer.body().getBytes();
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            SlackConfig config = new SlackConfig();
            config.setStatsEnabled(false);
            config.setMethodsEndpointUrlPrefix("http://127.0.0.1:" + server.getAddress().getPort() + "/api/");
            Slack.getInstance(config).methods("xoxb-some-token").authTest(test -> test);
            return "nothing";
        } catch (Exception thrown) {
            return thrown.getClass().getSimpleName();
        } finally {
            server.stop(0);
        }
    }
}
JAVA
java -cp "$(cat classpath)" Finding.java

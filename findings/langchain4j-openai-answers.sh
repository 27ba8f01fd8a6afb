#!/usr/bin/env bash
# Library: dev.langchain4j:langchain4j-open-ai 1.19.0 (a client of servers that speak as OpenAI's do), Java 17 or newer.
#
# Guessed: whatever a server of models answers arrives as a text, as thinking, or as an exception that says what the server said.
# Seen: thinking arrives from `reasoning_content` and `reasoning`, that from `thinking` (Ollama's spelling) is dropped; a content in parts (Mistral's
# spelling) is a bare RuntimeException about Jackson; an error with status 200 loses its message to "no choices returned"; of a 429 nothing tells
# when to come again, though the server said so: its exception has a status and a body, and no header.
#
# Prints what came of each answer; ends with 1 if that is no longer so.
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
            <groupId>dev.langchain4j</groupId>
            <artifactId>langchain4j-open-ai</artifactId>
            <version>1.19.0</version>
        </dependency>
        <dependency>
            <groupId>org.slf4j</groupId>
            <artifactId>slf4j-nop</artifactId>
            <version>2.0.18</version>
        </dependency>
    </dependencies>
</project>
POM
"$project/mvnw" -q -f pom.xml org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath

cat > Finding.java <<'JAVA'
import com.sun.net.httpserver.HttpServer;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.util.Arrays;
import java.util.List;

class Finding {
    static int status = 200;
    static String body = "";

    public static void main(String[] arguments) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Retry-After", "7");
            exchange.sendResponseHeaders(status, body.length());
            exchange.getResponseBody().write(body.getBytes());
            exchange.close();
        });
        server.start();
        OpenAiChatModel model = OpenAiChatModel.builder()
                .baseUrl("http://127.0.0.1:" + server.getAddress().getPort() + "/v1")
                .apiKey("none")
                .modelName("any")
                .returnThinking(true)
                .maxRetries(0)
                .httpClientBuilder(new JdkHttpClientBuilder()
                        .httpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)))
                .build();
        List<String> seen = List.of(
                "reasoning_content: " + said(model, 200, message("\"content\":\"Hi.\",\"reasoning_content\":\"hm\"")),
                "reasoning: " + said(model, 200, message("\"content\":\"Hi.\",\"reasoning\":\"hm\"")),
                "thinking: " + said(model, 200, message("\"content\":\"Hi.\",\"thinking\":\"hm\"")),
                "parts: " + said(model, 200, message("\"content\":[{\"type\":\"text\",\"text\":\"Hi.\"}]")),
                "error with 200: " + said(model, 200, "{\"error\":{\"message\":\"out of memory\"}}"),
                "busy: " + said(model, 429, "{\"error\":{\"message\":\"slow down\"}}"),
                "headers that its exception tells: "
                        + Arrays.stream(HttpException.class.getMethods())
                                .filter(method -> method.getName().toLowerCase().contains("header"))
                                .count());
        seen.forEach(System.out::println);
        boolean same = seen.equals(List.of(
                "reasoning_content: Hi., thinking hm",
                "reasoning: Hi., thinking hm",
                "thinking: Hi., thinking null",
                "parts: RuntimeException",
                "error with 200: InternalServerException Chat completion failed: no choices returned in response",
                "busy: RateLimitException {\"error\":{\"message\":\"slow down\"}}",
                "headers that its exception tells: 0"));
        System.out.println(same ? "as seen before" : "this has changed");
        System.exit(same ? 0 : 1);
    }

    static String message(String fields) {
        return "{\"id\":\"1\",\"model\":\"any\",\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":"
                + "{\"role\":\"assistant\"," + fields + "}}]}";
    }

    static String said(OpenAiChatModel model, int now, String answer) {
        status = now;
        body = answer;
        try {
            var message = model.chat(UserMessage.from("Hi?")).aiMessage();
            return message.text() + ", thinking " + message.thinking();
        } catch (RuntimeException failed) {
            String name = failed.getClass().getSimpleName();
            // Jackson's words are about its own innards.
            return name.equals("RuntimeException") ? name : name + " " + failed.getMessage();
        }
    }
}
JAVA
java -cp "$(cat classpath)" Finding.java

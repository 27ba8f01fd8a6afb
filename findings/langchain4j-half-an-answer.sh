#!/usr/bin/env bash
# Library: dev.langchain4j:langchain4j-open-ai 1.19.0 (a client of servers that speak as OpenAI's do), Java 17 or newer.
#
# Guessed: a streamed answer ends in one of two ways. `onCompleteResponse` is "invoked when the model has finished streaming a response",
# `onError` when something went wrong: an error that the server sends in the stream (after 200 it has no other place), a connection that ends in the
# middle, a server that does not stream and answers all at once.
# Seen: an error sent as OpenAI's own clients expect one, `data: {"error":…}`, is skipped, and half an answer is complete; so is one whose
# connection ended in the middle; a whole answer that came at once is a complete one without text. An error sent as `event: error` arrives
# twice, first as the error and then as half an answer that is complete. Only a finish reason that is null tells them from answers.
#
# Prints what the handler was told of each stream; ends with 1 if that is no longer so.
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
            <version>2.0.20</version>
        </dependency>
    </dependencies>
</project>
POM
"$project/mvnw" -q -f pom.xml org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath

cat > Finding.java <<'JAVA'
import com.sun.net.httpserver.HttpServer;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class Finding {
    record Stream(String sent, List<String> expected) {}

    static final String CHUNK = "data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"model\",\"choices\":[{\"index\":0,";
    static final String HALF = CHUNK + "\"delta\":{\"content\":\"Never eat\"},\"finish_reason\":null}]}\n\n";
    static final String REST = CHUNK + "\"delta\":{\"content\":\" that.\"},\"finish_reason\":\"stop\"}]}\n\n";
    static final String FAULT = "data: {\"error\":{\"message\":\"out of memory\",\"type\":\"server_error\",\"code\":500}}\n\n";
    static final String DONE = "data: [DONE]\n\n";
    static final String AT_ONCE = "{\"id\":\"1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"model\",\"choices\":[{\"index\":0,"
            + "\"message\":{\"role\":\"assistant\",\"content\":\"Never eat that.\"},\"finish_reason\":\"stop\"}]}";

    public static void main(String[] arguments) throws Exception {
        Map<String, Stream> streams = new LinkedHashMap<>();
        streams.put("a whole answer", new Stream(HALF + REST + DONE, List.of("complete: Never eat that. (STOP)")));
        streams.put("half, an error", new Stream(HALF + FAULT + DONE, List.of("complete: Never eat (null)")));
        streams.put("half, the end", new Stream(HALF, List.of("complete: Never eat (null)")));
        streams.put("not a stream", new Stream(AT_ONCE, List.of("complete: null (null)")));
        streams.put(
                "half, event: error",
                new Stream(HALF + "event: error\n" + FAULT, List.of("error: RuntimeException", "complete: Never eat (null)")));
        boolean same = true;
        for (var each : streams.entrySet()) {
            List<String> told = told(each.getValue());
            same &= told.equals(each.getValue().expected());
            System.out.printf("%-18s -> %s%n", each.getKey(), String.join(", then ", told));
        }
        System.out.println(same ? "as seen before" : "this has changed");
        System.exit(same ? 0 : 1);
    }

    /** All that the handler is told of how it ended, and a second more for what may follow. */
    static List<String> told(Stream stream) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            String type = stream.sent().equals(AT_ONCE) ? "application/json" : "text/event-stream";
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(stream.sent().getBytes());
            exchange.close();
        });
        server.start();
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch ends = new CountDownLatch(stream.expected().size());
        OpenAiStreamingChatModel.builder()
                .baseUrl("http://127.0.0.1:" + server.getAddress().getPort() + "/v1")
                .apiKey("key")
                .modelName("model")
                .build()
                .chat("What is a death cap?", new StreamingChatResponseHandler() {
                    @Override
                    public void onPartialResponse(String part) {}

                    @Override
                    public void onCompleteResponse(ChatResponse whole) {
                        told.add("complete: " + whole.aiMessage().text() + " (" + whole.finishReason() + ")");
                        ends.countDown();
                    }

                    @Override
                    public void onError(Throwable thrown) {
                        told.add("error: " + thrown.getClass().getSimpleName());
                        ends.countDown();
                    }
                });
        ends.await(20, TimeUnit.SECONDS);
        Thread.sleep(1000);
        server.stop(0);
        return List.copyOf(told);
    }
}
JAVA
java -cp "$(cat classpath)" Finding.java

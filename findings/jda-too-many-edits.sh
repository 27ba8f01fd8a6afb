#!/usr/bin/env bash
# Library: net.dv8tion:JDA 6.5.0 (a Discord SDK for Java), Java 17 or newer.
#
# Guessed: that an old message was edited too often arrives as what JDA has a name for, `ErrorResponse.MAX_OLD_MESSAGE_EDITS` (30046), so
# an `ErrorHandler` for it can post a new message instead. Discord says it with status 429, `code` 30046 and a time to wait.
# Seen: it never arrives. Every 429 is taken for a rate limit: a queued edit is sent again and again until Discord takes it, and nobody is
# told; an edit that is not to be queued is a RateLimitedException, which has no code. Of the two kinds of limit, one that passes in a
# second and one that means "not this message", nothing tells which it was.
#
# Prints what came of both edits, and how often each was sent; ends with 1 if that is no longer so.
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
            <groupId>net.dv8tion</groupId>
            <artifactId>JDA</artifactId>
            <version>6.5.0</version>
        </dependency>
        <dependency>
            <groupId>org.java-websocket</groupId>
            <artifactId>Java-WebSocket</artifactId>
            <version>1.6.0</version>
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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.channel.concrete.PrivateChannel;
import net.dv8tion.jda.api.exceptions.ErrorHandler;
import net.dv8tion.jda.api.exceptions.RateLimitedException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

class Finding {
    /** So often Discord says no before it takes an edit. */
    static final int TOO_OFTEN = 3;
    static final AtomicInteger edits = new AtomicInteger();
    static final String BOT = "{'id':'1','username':'bot','discriminator':'0','bot':true}";
    static final String CHANNEL = "{'id':'4','type':1,'recipients':[{'id':'5','username':'student','discriminator':'0'}]}";
    static final String MESSAGE = "{'id':'9','channel_id':'4','type':0,'content':'seen','author':" + BOT
            + ",'timestamp':'2026-09-01T08:00:00+00:00','edited_timestamp':null,'tts':false,'mention_everyone':false,"
            + "'mentions':[],'mention_roles':[],'attachments':[],'embeds':[],'pinned':false}";
    static final String LIMIT = "{'message':'Maximum number of edits to messages older than 1 hour reached. Try again later',"
            + "'code':30046,'retry_after':0.05,'global':false}";

    public static void main(String[] arguments) throws Exception {
        Gateway gateway = new Gateway();
        gateway.start();
        gateway.listening.await();
        String url = "ws://127.0.0.1:" + gateway.getPort() + "/";
        HttpServer rest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        rest.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            boolean edit = path.endsWith("/messages/9");
            boolean limited = edit && edits.incrementAndGet() <= TOO_OFTEN;
            String said = limited ? LIMIT : edit ? MESSAGE : path.endsWith("/channels") ? CHANNEL : BOT;
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            if (limited) {
                exchange.getResponseHeaders().set("Retry-After", "1");
                exchange.getResponseHeaders().set("X-RateLimit-Scope", "user");
            }
            byte[] body = said.replace('\'', '"').getBytes();
            exchange.sendResponseHeaders(limited ? 429 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        rest.start();
        JDA jda = JDABuilder.createLight("token", List.of())
                .setRestConfig(new RestConfig()
                        .setBaseUrl("http://127.0.0.1:" + rest.getAddress().getPort() + "/api/v10/"))
                .setSessionController(new SessionControllerAdapter() {
                    @Override
                    public String getGateway() {
                        return url;
                    }
                })
                .setCompression(Compression.NONE)
                .build()
                .awaitReady();
        PrivateChannel channel = jda.openPrivateChannelById(5).complete();
        List<String> seen = List.of(queued(channel), notQueued(channel));
        seen.forEach(System.out::println);
        boolean same = seen.equals(List.of(
                "queued: taken in the end, sent 4 times",
                "not to be queued: RateLimitedException, which says 30046: false, sent 1 times"));
        System.out.println(same ? "as seen before" : "this has changed");
        System.exit(same ? 0 : 1);
    }

    static String queued(PrivateChannel channel) {
        edits.set(0);
        CompletableFuture<String> heard = new CompletableFuture<>();
        channel.editMessageById(9, "seen")
                .queue(
                        taken -> heard.complete("taken in the end"),
                        new ErrorHandler(other -> heard.complete(other.getClass().getSimpleName()))
                                .handle(ErrorResponse.MAX_OLD_MESSAGE_EDITS, told -> heard.complete("told by its name")));
        return "queued: " + heard.join() + ", sent " + edits.get() + " times";
    }

    static String notQueued(PrivateChannel channel) {
        edits.set(0);
        String heard;
        try {
            channel.editMessageById(9, "seen").complete(false);
            heard = "taken";
        } catch (RateLimitedException limited) {
            heard = "RateLimitedException, which says 30046: " + limited.toString().contains("30046");
        }
        return "not to be queued: " + heard + ", sent " + edits.get() + " times";
    }

    /** Greets, and lets in. */
    static class Gateway extends WebSocketServer {
        final CountDownLatch listening = new CountDownLatch(1);
        int sent;

        Gateway() {
            super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        }

        @Override
        public void onStart() {
            listening.countDown();
        }

        @Override
        public void onOpen(WebSocket bot, ClientHandshake handshake) {
            bot.send("{\"op\":10,\"d\":{\"heartbeat_interval\":41250}}");
        }

        @Override
        public void onMessage(WebSocket bot, String text) {
            if (text.contains("\"op\":2")) {
                event(bot, "READY", "{'v':10,'session_id':'s','user':" + BOT
                        + ",'application':{'id':'1','flags':0},'private_channels':[],'guilds':[]}");
            } else if (text.contains("\"op\":1")) {
                bot.send("{\"op\":11}");
            }
        }

        void event(WebSocket bot, String type, String data) {
            bot.send(("{'op':0,'t':'" + type + "','s':" + ++sent + ",'d':" + data + "}").replace('\'', '"'));
        }

        @Override
        public void onClose(WebSocket bot, int code, String reason, boolean remote) {}

        @Override
        public void onError(WebSocket bot, Exception failure) {
            failure.printStackTrace();
        }
    }
}
JAVA
java -cp "$(cat classpath)" Finding.java

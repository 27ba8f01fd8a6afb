#!/usr/bin/env bash
# Library: net.dv8tion:JDA 6.5.0 (a Discord SDK for Java), Java 17 or newer.
#
# Guessed: an answer to a command that Discord refuses (here with 400) has not been given. Discord still waits for one for three seconds,
# so what is told of the failure can answer more plainly: by another `reply`, or by the interaction's hook.
# Seen: to JDA the refused answer is the answer. `isAcknowledged` is true, another `reply` fails as one too many, and the hook fails by
# itself: neither is sent, and whoever typed the command reads that the application did not respond.
#
# Prints what was tried, and all that Discord was asked after the refusal; ends with 1 if that is no longer so.
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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

class Finding {
    static final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    static final AtomicInteger answers = new AtomicInteger();
    static final String BOT = "{'id':'1','username':'bot','discriminator':'0','bot':true}";
    /** Typed in private: there is no server to know. */
    static final String COMMAND = "{'id':'6','application_id':'1','type':2,'token':'t','version':1,'channel_id':'4',"
            + "'locale':'en-US','context':1,'authorizing_integration_owners':{'0':'0'},'entitlements':[],"
            + "'app_permissions':'2048','channel':{'id':'4','type':1,'recipients':[{'id':'5','username':'student','discriminator':'0'}]},"
            + "'user':{'id':'5','username':'student','discriminator':'0'},"
            + "'data':{'id':'7','name':'lesson','type':1,'options':[],'resolved':{}}}";

    public static void main(String[] arguments) throws Exception {
        Gateway gateway = new Gateway();
        gateway.start();
        gateway.listening.await();
        String url = "ws://127.0.0.1:" + gateway.getPort() + "/";
        HttpServer rest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        rest.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            boolean self = exchange.getRequestURI().getPath().endsWith("/users/@me");
            if (!self) {
                answers.incrementAndGet();
            }
            String said = self ? BOT.replace('\'', '"') : "{\"code\":50035,\"message\":\"Invalid Form Body\"}";
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(self ? 200 : 400, said.length());
            exchange.getResponseBody().write(said.getBytes());
            exchange.close();
        });
        rest.start();
        JDABuilder.createLight("token", List.of())
                .setRestConfig(new RestConfig()
                        .setBaseUrl("http://127.0.0.1:" + rest.getAddress().getPort() + "/api/v10/"))
                .setSessionController(new SessionControllerAdapter() {
                    @Override
                    public String getGateway() {
                        return url;
                    }
                })
                .setCompression(Compression.NONE)
                .addEventListeners((EventListener) Finding::hear)
                .build();
        List<String> seen = List.of(told.take(), told.take(), told.take(), told.take());
        String asked = "answers that Discord was sent: " + answers.get();
        seen.forEach(System.out::println);
        System.out.println(asked);
        boolean same = seen.equals(List.of(
                        "the answer is refused: ErrorResponseException",
                        "to JDA it is acknowledged: true",
                        "another reply: IllegalStateException",
                        "by the hook: InteractionFailureException"))
                && asked.endsWith(": 1");
        System.out.println(same ? "as seen before" : "this has changed");
        System.exit(same ? 0 : 1);
    }

    static void hear(GenericEvent event) {
        if (event instanceof SlashCommandInteractionEvent command) {
            command.reply("with something in it that Discord does not take").queue(taken -> told.add("it is taken"), refused -> {
                told.add("the answer is refused: " + refused.getClass().getSimpleName());
                told.add("to JDA it is acknowledged: " + command.isAcknowledged());
                attempt("another reply: ", command.reply("plainly"), () -> attempt(
                        "by the hook: ", command.getHook().sendMessage("plainly"), () -> {}));
            });
        }
    }

    static void attempt(String how, RestAction<?> answer, Runnable then) {
        answer.queue(
                taken -> {
                    told.add(how + "taken");
                    then.run();
                },
                failure -> {
                    told.add(how + failure.getClass().getSimpleName());
                    then.run();
                });
    }

    /** Greets, lets in, and has somebody type a command. */
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
                event(bot, "INTERACTION_CREATE", COMMAND);
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

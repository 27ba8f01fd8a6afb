#!/usr/bin/env bash
# Library: net.dv8tion:JDA 6.5.0 (a Discord SDK for Java), Java 17 or newer.
#
# Guessed: a `SessionController` whose `getShardedGateway` names a gateway of one's own (a school's proxy) keeps a sharded bot
# there, for that is what a `ShardManager` asks.
# Seen: it is asked once. After one connection that fails JDA asks `getGateway` instead, whose default is Discord's own address, and
# goes there with the bot's token. Both have to be overridden (and READY's `resume_gateway_url` is a third way out).
#
# Prints what was asked and which door was knocked at, in order; ends with 1 if that is no longer so.
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
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;

class Finding {
    static final BlockingQueue<String> knocks = new LinkedBlockingQueue<>();

    public static void main(String[] arguments) throws Exception {
        String ours = door("a knock at the proxy");
        String discords = door("a knock at Discord's own");
        HttpServer rest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        rest.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            String body = path.endsWith("/users/@me")
                    ? "{\"id\":\"1\",\"username\":\"bot\",\"discriminator\":\"0\",\"bot\":true}"
                    : "{}";
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length());
            exchange.getResponseBody().write(body.getBytes());
            exchange.close();
        });
        rest.start();
        String api = "http://127.0.0.1:" + rest.getAddress().getPort() + "/api/v10/";
        DefaultShardManagerBuilder.createLight("token", List.of())
                .setRestConfigProvider(shard -> new RestConfig().setBaseUrl(api))
                .setShardsTotal(1)
                .setCompression(Compression.NONE)
                .setSessionController(new ConcurrentSessionController() {
                    @Override
                    public ShardedGateway getShardedGateway(JDA shard) {
                        knocks.add("getShardedGateway is asked");
                        return new ShardedGateway(ours, 1, 1);
                    }

                    /** What it would be by default, on loopback. */
                    @Override
                    public String getGateway() {
                        knocks.add("getGateway is asked");
                        return discords;
                    }
                })
                .build();
        List<String> seen = List.of(knocks.take(), knocks.take(), knocks.take(), knocks.take());
        seen.forEach(System.out::println);
        boolean same = seen.equals(List.of(
                "getShardedGateway is asked", "a knock at the proxy", "getGateway is asked", "a knock at Discord's own"));
        System.out.println(same ? "as seen before" : "this has changed");
        System.exit(same ? 0 : 1);
    }

    /** Notes who connects, and hangs up. */
    static String door(String name) throws Exception {
        ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread porter = new Thread(() -> {
            while (true) {
                try (var caller = socket.accept()) {
                    knocks.add(name);
                } catch (Exception gone) {
                    return;
                }
            }
        });
        porter.setDaemon(true);
        porter.start();
        return "ws://127.0.0.1:" + socket.getLocalPort() + "/";
    }
}
JAVA
java -cp "$(cat classpath)" Finding.java

#!/usr/bin/env bash
# Library: net.dv8tion:JDA 6.5.0 (a Discord SDK for Java), Java 17 or newer; Discord as it is since 16 November 2026.
#
# Guessed: who may manage a channel is asked of the member in the interaction's event, for Discord sends `member.permissions`
# with each interaction; and the raw event, where one could look for oneself, comes before the parsed one.
# Seen: in a server that the bot is in JDA leaves `member.permissions` aside and computes from the channel it remembers. One that the bot
# does not see is obfuscated to a single overwrite, so a teacher with Manage Channels has no rights at all there. The raw event
# comes after the parsed one; `getRawData()` of the parsed event, with event passthrough, has the payload in time.
#
# Prints what each says, in order; ends with 1 if that is no longer so.
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
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.RawGatewayEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

class Finding {
    static final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    static final String BOT = "{'id':'1','username':'bot','discriminator':'0','bot':true}";
    static final String COLORS = "'colors':{'primary_color':0},'color':0,'position':0,'managed':false,'hoist':false,"
            + "'mentionable':false,'flags':0";
    static final String TEACHER = "{'user':{'id':'5','username':'teacher','discriminator':'0'},'roles':['3'],"
            + "'joined_at':'2024-09-01T08:00:00+00:00','deaf':false,'mute':false,'flags':0";
    /** A role may manage channels; the one channel is hidden from the bot. */
    static final String GUILD = "{'id':'2','name':'School','owner_id':'9','afk_timeout':300,'preferred_locale':'en-US',"
            + "'premium_progress_bar_enabled':false,'verification_level':0,'nsfw_level':0,'system_channel_flags':0,"
            + "'member_count':2,'joined_at':'2024-09-01T08:00:00+00:00','large':false,'unavailable':false,"
            + "'roles':[{'id':'2','name':'@everyone','permissions':'3072'," + COLORS + "},"
            + "{'id':'3','name':'Teachers','permissions':'16'," + COLORS + "}],"
            + "'channels':[{'id':'4','type':0,'name':'___hidden___','flags':131072,'position':0,'topic':null,"
            + "'permission_overwrites':[{'id':'2','type':0,'allow':'0','deny':'1024'}]}],"
            + "'members':[{'user':" + BOT + ",'roles':[],'joined_at':'2024-09-01T08:00:00+00:00','deaf':false,'mute':false,"
            + "'flags':0}],'threads':[],'guild_scheduled_events':[],'emojis':[],'voice_states':[],'stickers':[],"
            + "'soundboard_sounds':[],'features':[],'presences':[],'stage_instances':[]}";
    /** The teacher's rights there are said: to view, to write, to manage. */
    static final String COMMAND = "{'id':'6','application_id':'1','type':2,'token':'t','version':1,'channel_id':'4',"
            + "'guild_id':'2','guild_locale':'en-US','locale':'en-US','context':0,'authorizing_integration_owners':{'0':'2'},"
            + "'entitlements':[],'app_permissions':'2048','guild':{'id':'2','locale':'en-US','features':[]},"
            + "'channel':{'id':'4','type':0,'guild_id':'2','name':'class','position':0,'permissions':'3088'},"
            + "'member':" + TEACHER + ",'permissions':'3088'},"
            + "'data':{'id':'7','name':'lesson','type':1,'options':[],'resolved':{}}}";

    public static void main(String[] arguments) throws Exception {
        Gateway gateway = new Gateway();
        gateway.start();
        gateway.listening.await();
        String url = "ws://127.0.0.1:" + gateway.getPort() + "/";
        HttpServer rest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        rest.createContext("/", exchange -> {
            byte[] body = BOT.replace('\'', '"').getBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
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
                .setRawEventsEnabled(true)
                .setEventPassthrough(true)
                .addEventListeners((EventListener) Finding::hear)
                .build();
        List<String> seen = List.of(told.take(), told.take(), told.take());
        seen.forEach(System.out::println);
        boolean same = seen.equals(List.of(
                "the parsed event's member may manage the channel: false",
                "its own payload says 3088",
                "the raw event comes"));
        System.out.println(same ? "as seen before" : "this has changed");
        System.exit(same ? 0 : 1);
    }

    static void hear(GenericEvent event) {
        if (event instanceof SlashCommandInteractionEvent command) {
            told.add("the parsed event's member may manage the channel: "
                    + command.getMember().hasPermission(command.getGuildChannel(), Permission.MANAGE_CHANNEL));
            told.add("its own payload says "
                    + command.getRawData().getObject("d").getObject("member").getString("permissions"));
        } else if (event instanceof RawGatewayEvent raw && raw.getType().equals("INTERACTION_CREATE")) {
            told.add("the raw event comes");
        }
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
                        + ",'application':{'id':'1','flags':0},'private_channels':[],'guilds':[{'id':'2','unavailable':true}]}");
                event(bot, "GUILD_CREATE", GUILD);
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

package org.lessonbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.WebSocketServer;

/** Discord's gateway: sessions over WebSockets, in JSON without compression. */
public final class Gateway extends WebSocketServer implements World.EventSink, AutoCloseable {
    private static final int HEARTBEAT = 1;
    private static final int IDENTIFY = 2;
    private static final int PRESENCE = 3;
    private static final int RESUME = 6;
    private static final int RECONNECT = 7;
    private static final int INVALID_SESSION = 9;
    private static final int HELLO = 10;
    private static final int HEARTBEAT_ACK = 11;

    private static final int UNKNOWN_OPCODE = 4001;
    private static final int DECODE_ERROR = 4002;
    private static final int NOT_AUTHENTICATED = 4003;
    private static final int AUTHENTICATION_FAILED = 4004;
    private static final int ALREADY_AUTHENTICATED = 4005;
    private static final int INVALID_SEQUENCE = 4007;
    private static final int DISALLOWED_INTENTS = 4014;

    /** Members, presences and message content: Discord grants these only to bots it has reviewed. */
    private static final int PRIVILEGED = 1 << 1 | 1 << 8 | 1 << 15;

    private final World world;
    private final String token;
    private final List<GatewaySession> sessions = new ArrayList<>();
    private final CountDownLatch listening = new CountDownLatch(1);
    private final Queue<String> paths = new ConcurrentLinkedQueue<>();
    private volatile boolean away;
    private boolean tokenRefused;
    private int resumed;

    Gateway(World world, String token) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        this.world = world;
        this.token = token;
        setReuseAddr(true);
        setDaemon(true);
        setTcpNoDelay(true);
    }

    void listen() {
        start();
        try {
            listening.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
            WebSocket connection, Draft draft, ClientHandshake request) throws InvalidDataException {
        paths.add(request.getResourceDescriptor());
        if (away) {
            throw new InvalidDataException(CloseFrame.REFUSE, "the gateway is away");
        }
        return super.onWebsocketHandshakeReceivedAsServer(connection, draft, request);
    }

    /** Lets nobody in until told otherwise, while all else goes on. */
    public void away(boolean refuses) {
        away = refuses;
    }

    /** The path and query of each try to connect so far, those that were refused among them. */
    public List<String> tries() {
        return List.copyOf(paths);
    }

    @Override
    public void onStart() {
        listening.countDown();
    }

    String url() {
        return "ws://127.0.0.1:" + getPort() + "/";
    }

    @Override
    public void onOpen(WebSocket connection, ClientHandshake handshake) {
        if (handshake.getResourceDescriptor().contains("compress=")) {
            world.violation("the fake's gateway does not compress: set Compression.NONE");
        }
        connection.send(operation(HELLO, Json.object().put("heartbeat_interval", 41_250)));
    }

    @Override
    public void onMessage(WebSocket connection, String text) {
        try {
            JsonNode message = Json.read(text.getBytes(StandardCharsets.UTF_8));
            world.locked(() -> receive(connection, message.path("op").asInt(-1), message.path("d")));
        } catch (IOException e) {
            connection.close(DECODE_ERROR, "Error while decoding payload.");
        }
    }

    private void receive(WebSocket connection, int operation, JsonNode data) {
        switch (operation) {
            case HEARTBEAT -> connection.send(operation(HEARTBEAT_ACK, Json.missing()));
            case IDENTIFY -> identify(connection, data);
            case RESUME -> resume(connection, data);
            case PRESENCE -> {
                if (sessionOf(connection).isEmpty()) {
                    connection.close(NOT_AUTHENTICATED, "Not authenticated.");
                }
            }
            default -> connection.close(UNKNOWN_OPCODE, "Unknown opcode.");
        }
    }

    private Optional<GatewaySession> sessionOf(WebSocket connection) {
        return sessions.stream().filter(session -> session.uses(connection)).findFirst();
    }

    private boolean accepted(JsonNode data) {
        return data.path("token").asText().equals(token) && !tokenRefused;
    }

    private void identify(WebSocket connection, JsonNode data) {
        if (sessionOf(connection).isPresent()) {
            connection.close(ALREADY_AUTHENTICATED, "Already authenticated.");
        } else if (!accepted(data)) {
            connection.close(AUTHENTICATION_FAILED, "Authentication failed.");
        } else if ((data.path("intents").asInt() & PRIVILEGED) != 0) {
            connection.close(DISALLOWED_INTENTS, "Disallowed intent(s).");
        } else {
            GatewaySession session = new GatewaySession("session-" + world.nextId(), data, connection);
            sessions.add(session);
            welcome(session, data);
        }
    }

    private void welcome(GatewaySession session, JsonNode identify) {
        List<FakeGuild> guilds =
                world.guildsOfBot().stream().filter(session::serves).toList();
        ObjectNode ready =
                Json.object().put("v", 10).put("session_id", session.id()).put("resume_gateway_url", url() + "resume");
        ready.set("user", Payloads.self(world.bot()));
        ready.putObject("application").put("id", world.applicationId()).put("flags", 0);
        ready.putArray("private_channels");
        if (identify.has("shard")) {
            ready.set("shard", identify.path("shard"));
        }
        guilds.forEach(guild -> ready.withArrayProperty("guilds")
                .addObject()
                .put("id", guild.id())
                .put("unavailable", true));
        ready.withArrayProperty("guilds");
        session.send("READY", ready);
        guilds.forEach(guild -> session.dispatch("GUILD_CREATE", Payloads.guild(guild)));
    }

    private void resume(WebSocket connection, JsonNode data) {
        Optional<GatewaySession> known = sessions.stream()
                .filter(session -> session.id().equals(data.path("session_id").asText()))
                .findFirst();
        int sequence = data.path("seq").asInt();
        if (!accepted(data)) {
            connection.close(AUTHENTICATION_FAILED, "Authentication failed.");
        } else if (known.isEmpty()) {
            connection.send(Json.write(invalidSession(false)));
        } else if (!known.get().reached(sequence)) {
            connection.close(INVALID_SEQUENCE, "Invalid seq.");
        } else {
            known.get().resume(connection, sequence);
            resumed++;
        }
    }

    private static String operation(int operation, JsonNode data) {
        ObjectNode message = Json.object().put("op", operation);
        if (data.isMissingNode()) {
            message.putNull("d");
        } else {
            message.set("d", data);
        }
        return Json.write(message);
    }

    private static ObjectNode invalidSession(boolean resumable) {
        return Json.object().put("op", INVALID_SESSION).put("d", resumable);
    }

    @Override
    public void dispatch(String type, ObjectNode payload) {
        sessions.forEach(session -> session.dispatch(type, payload));
    }

    /** Whether a bot is connected with a session. */
    public boolean connected() {
        return sessions.stream().anyMatch(session -> session.connection().isPresent());
    }

    int resumed() {
        return resumed;
    }

    void refuseToken(boolean refused) {
        tokenRefused = refused;
    }

    /** Breaks the connections off without a word, as a failing network does. */
    void drop() {
        getConnections().forEach(connection -> connection.closeConnection(CloseFrame.ABNORMAL_CLOSE, ""));
    }

    /** Asks bots to connect again and resume. */
    void askToReconnect() {
        getConnections().forEach(connection -> connection.send(operation(RECONNECT, Json.missing())));
    }

    /** Forgets every session: bots must identify anew, and what happens meanwhile is lost to them. */
    void invalidateSessions() {
        sessions.clear();
        getConnections().forEach(connection -> connection.send(Json.write(invalidSession(false))));
    }

    @Override
    public void onClose(WebSocket connection, int code, String reason, boolean remote) {
        world.locked(() -> {
            if (remote && code == CloseFrame.NORMAL) {
                sessionOf(connection).ifPresent(sessions::remove); // a bot that says goodbye does not resume
            }
        });
    }

    @Override
    public void onError(WebSocket connection, Exception error) {
        // A broken connection shows as a missing one; a server that cannot start never opens the latch.
    }

    @Override
    public void close() {
        try {
            stop(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

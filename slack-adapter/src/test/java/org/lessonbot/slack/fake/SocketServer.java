package org.lessonbot.slack.fake;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.WebSocketServer;

/** Socket Mode: up to ten connections, each opened with a ticket of its own; an event goes to one of them. */
final class SocketServer extends WebSocketServer implements Delivery {
    private static final int MOST_CONNECTIONS = 10;
    private static final int SECONDS_BETWEEN_PINGS = 10;

    private final World world;
    private final CountDownLatch started = new CountDownLatch(1);
    private final Set<String> tickets = ConcurrentHashMap.newKeySet();
    private final List<WebSocket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final Map<String, Sent> sent = new ConcurrentHashMap<>();
    private final List<Acknowledgement> acknowledgements = new CopyOnWriteArrayList<>();
    /** What comes in is read at once, however long it takes to do what it says. */
    private final ExecutorService acknowledged = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "fake-slack-acknowledged");
        thread.setDaemon(true);
        return thread;
    });

    private volatile Optional<Integer> door = Optional.empty();
    private volatile Optional<Courier> courier = Optional.empty();

    SocketServer(World world) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        this.world = world;
        setReuseAddr(true);
        setDaemon(true);
        setTcpNoDelay(true);
        setConnectionLostTimeout(SECONDS_BETWEEN_PINGS);
    }

    private record Sent(Exchange exchange, Instant at, WebSocket over) {}

    List<Acknowledgement> acknowledgements() {
        return List.copyOf(acknowledgements);
    }

    void serve(Courier taker) throws InterruptedException {
        courier = Optional.of(taker);
        start();
        started.await();
    }

    /** The address of one connection; it lets in once. */
    String address() {
        String ticket = "ticket-" + world.number();
        tickets.add(ticket);
        return "ws://127.0.0.1:" + door.orElseGet(this::getPort) + "/link/?ticket=" + ticket + "&app_id="
                + RegisteredApp.APP_ID;
    }

    /** Connections are made through another port from now on, which leads here. */
    void reachedThrough(int port) {
        door = Optional.of(port);
    }

    int connections() {
        return open.size();
    }

    @Override
    public void deliver(Exchange exchange, String envelopeId) {
        List<WebSocket> now = List.copyOf(open);
        if (now.isEmpty()) {
            courier.ifPresent(each -> each.failed(envelopeId, "no socket is connected"));
            return;
        }
        WebSocket socket = now.get(turn.getAndIncrement() % now.size());
        sent.put(envelopeId, new Sent(exchange, Instant.now(), socket));
        try {
            socket.send(envelope(exchange, envelopeId).toString());
        } catch (WebsocketNotConnectedException closing) {
            lost(socket);
        }
        if (!open.contains(socket)) {
            lost(socket); // It went just before this was known to be on it.
        }
    }

    /** Nobody will acknowledge what a connection that is gone had brought: it fails without the wait of the real Slack. */
    private void lost(WebSocket socket) {
        sent.forEach((envelopeId, each) -> {
            if (each.over() == socket && sent.remove(envelopeId, each)) {
                courier.ifPresent(one -> acknowledged.execute(() -> one.failed(envelopeId, "its socket was closed")));
            }
        });
    }

    private static JsonObject envelope(Exchange exchange, String envelopeId) {
        boolean retried = exchange.attempt() > 0;
        boolean tells = retried || exchange.kind() == Exchange.Kind.EVENT;
        return Json.object(
                "envelope_id",
                envelopeId,
                "type",
                exchange.kind().envelopeType,
                "accepts_response_payload",
                exchange.kind().acceptsAnswer,
                "payload",
                exchange.payload(),
                "retry_attempt",
                tells ? Optional.of(exchange.attempt()) : Optional.empty(),
                "retry_reason",
                tells ? Optional.of(retried ? "timeout" : "") : Optional.empty());
    }

    /** Breaks every connection as a fallen network does, without a word. */
    void drop() {
        for (WebSocket socket : List.copyOf(open)) {
            gone(socket);
            ((WebSocketImpl) socket).closeConnection(CloseFrame.ABNORMAL_CLOSE, "");
        }
    }

    /** Asks the app to connect anew, for instance with {@code refresh_requested}; nothing more comes on the old ones. */
    void disconnect(String reason) {
        for (WebSocket socket : List.copyOf(open)) {
            gone(socket);
            socket.send(Json.object("type", "disconnect", "reason", reason).toString());
        }
    }

    @Override
    public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
            WebSocket socket, Draft draft, ClientHandshake request) throws InvalidDataException {
        String ticket = request.getResourceDescriptor().replaceAll(".*[?&]ticket=([^&]*).*", "$1");
        if (!tickets.remove(ticket)) {
            throw new InvalidDataException(CloseFrame.POLICY_VALIDATION, "unknown or used ticket");
        }
        return super.onWebsocketHandshakeReceivedAsServer(socket, draft, request);
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
        if (open.size() >= MOST_CONNECTIONS) {
            socket.send(Json.object("type", "disconnect", "reason", "too_many_websockets")
                    .toString());
            socket.close();
            return;
        }
        JsonObject hello = Json.object(
                "type",
                "hello",
                "num_connections",
                open.size() + 1,
                "connection_info",
                Json.object("app_id", RegisteredApp.APP_ID));
        socket.send(hello.toString());
        open.add(socket);
        world.changed();
    }

    @Override
    public void onMessage(WebSocket socket, String message) {
        Instant arrived = Instant.now();
        Optional<JsonObject> ack =
                Json.parse(message).filter(JsonElement::isJsonObject).map(JsonElement::getAsJsonObject);
        Optional<String> envelopeId = ack.flatMap(each -> Json.string(each, "envelope_id"));
        if (ack.isEmpty() || envelopeId.isEmpty()) {
            world.violation("Not an acknowledgement: " + message);
            return;
        }
        JsonObject body = Json.child(ack.get(), "payload").orElseGet(JsonObject::new);
        Optional.ofNullable(sent.remove(envelopeId.get()))
                .ifPresent(each -> acknowledgements.add(new Acknowledgement(each.exchange(), each.at(), arrived)));
        courier.ifPresent(each -> acknowledged.execute(() -> each.acknowledged(envelopeId.get(), body)));
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
        gone(socket);
        lost(socket);
    }

    private void gone(WebSocket socket) {
        open.remove(socket);
        world.changed();
    }

    @Override
    public void onError(WebSocket socket, Exception e) {
        // A connection that breaks is closed as well, and that is what counts.
    }

    @Override
    public void onStart() {
        started.countDown();
    }
}
